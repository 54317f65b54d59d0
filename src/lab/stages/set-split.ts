/** Replaces the items of the loaded data set with those of another split. */
import type { Split } from '../../evaluate/split';
import { loadItems } from '../dataset';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import type { DatasetResult } from './set-dictionary';

/**
 * The texts, the dictionary and what was trained stay.
 * @throws LetheError stage/order before a model is loaded, file/missing if the data set has no such items
 */
export async function* setSplit(
  { workspace, source }: Lab,
  { split }: { readonly split: Split },
): LabJob<DatasetResult> {
  const { folders } = workspace.ready('evaluate');
  yield activity('readingFiles');
  const { dataset, hashes } = workspace.setItems(split, await loadItems(source, folders.world, split));
  return { dataset, hashes };
}
