/** Replaces the loaded dictionary with one that the user edited or reviewed. */
import { checkDictionary, type Dictionary } from '../../text/dictionary';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import type { LoadResult } from './load';

/** The data set as it is now, and its hashes. */
export type DictionaryResult = Pick<LoadResult, 'dataset' | 'hashes'>;

/** @throws LetheError dictionary/invalid, stage/order before a model is loaded */
export async function* setDictionary({ workspace }: Lab, dictionary: Dictionary): LabJob<DictionaryResult> {
  const entries = checkDictionary(dictionary);
  yield activity('translating');
  // Translating blocks the thread, so the event is sent first.
  await new Promise((resolve) => setTimeout(resolve));
  const { dataset, hashes } = workspace.setDictionary(entries);
  return { dataset, hashes };
}
