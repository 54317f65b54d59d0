/** The questions of the loaded data set; about a text of the user's own, only those made from it. */
import { goldFolder, loadQuestions, withoutForgetSet, type Questions } from '../evaluate/questions';
import type { Lab } from './lab';

/** @throws LetheError file/invalid, stage/order before a model is loaded */
export async function questionsOf({ source, workspace }: Lab): Promise<Questions> {
  const { dataset, folders, isOwnText } = workspace.ready('evaluate');
  const shipped = await loadQuestions(source, folders.world, dataset.split ?? 'test');
  if (!isOwnText) return shipped;
  const prompts = dataset.prompts.map((prompt) => ({ ...prompt, subtlety: null }));
  return { ...withoutForgetSet(shipped), prompts };
}

/** The folder of the gold model, which was never trained on the forget set; null if there is none. */
export async function goldFolderOf({ source, workspace }: Lab): Promise<string | null> {
  const { folders, isOwnText } = workspace.ready('evaluate');
  return isOwnText ? null : goldFolder(source, folders.world);
}
