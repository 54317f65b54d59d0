/** Replaces the loaded dictionary, and the repeated sentences, with those that the user edited or reviewed. */
import { checkDictionary } from '../../text/dictionary';
import type { Anchors } from '../dataset';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import type { LoadResult } from './load';

/** The data set as it is now, and its hashes. */
export type DatasetResult = Pick<LoadResult, 'dataset' | 'hashes'>;

/** @throws LetheError dictionary/invalid, stage/order before a model is loaded */
export async function* setDictionary(
  { workspace }: Lab,
  { dictionary, ...others }: Anchors,
): LabJob<DatasetResult> {
  const anchors = { dictionary: checkDictionary(dictionary), ...others };
  yield activity('translating');
  // Translating blocks the thread, so the event is sent first.
  await new Promise((resolve) => setTimeout(resolve));
  const { dataset, hashes } = workspace.setAnchors(anchors);
  return { dataset, hashes };
}
