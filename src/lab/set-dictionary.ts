/** A dictionary that people corrected takes the place of the loaded one. */
import { checkDictionary, type Dictionary } from '../text/dictionary';
import type { JobStream } from './events';
import type { LoadResult } from './load';
import type { Workspace } from './workspace';

/** The texts as they are now, and their hashes. */
export type DictionaryResult = Pick<LoadResult, 'dataset' | 'hashes'>;

/** What was made from translations has to be made again. @throws LetheError dictionary/invalid, stage/order */
export async function* setDictionary(
  workspace: Workspace,
  dictionary: Dictionary,
): JobStream<DictionaryResult> {
  const entries = checkDictionary(dictionary);
  yield { kind: 'note', text: 'translating' };
  // Translating holds the thread; the note goes out before.
  await new Promise((resolve) => setTimeout(resolve));
  const { dataset, hashes } = workspace.setDictionary(entries);
  return { dataset, hashes };
}
