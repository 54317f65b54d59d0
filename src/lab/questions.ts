/** The questions of the loaded data set; about a text of the user's own, only those made from it. */
import { loadQuestions, withoutForgetSet, type Questions } from '../evaluate/questions';
import type { Lab } from './lab';

/** @throws LetheError file/invalid, stage/order before a model is loaded */
export async function questionsOf({ source, workspace }: Lab): Promise<Questions> {
  const { dataset, split, folders, isOwnText } = workspace.ready('evaluate');
  const shipped = await loadQuestions(source, folders.world, split);
  if (!isOwnText) return shipped;
  const prompts = dataset.prompts.map((prompt) => ({ ...prompt, subtlety: null }));
  return { ...withoutForgetSet(shipped), prompts };
}
