/** The texts that a finished run was made with. */
import { DEFAULT_SPLIT } from '../evaluate/split';
import type { FileSource } from '../files/source';
import type { RunLine } from '../store/run-line';
import { hashOf, loadDataset, type Dataset } from './dataset';
import { fail } from './error-catalogue';

/**
 * Those that are open, if they are the run’s; otherwise those of the folder that the run names.
 * @throws LetheError run/other-texts if neither are the run’s; file/missing, file/invalid of that folder
 */
export async function datasetOfRun(
  { hashes, source, split = DEFAULT_SPLIT }: Pick<RunLine, 'hashes' | 'source' | 'split'>,
  open: Dataset | null,
  files: FileSource,
): Promise<Dataset> {
  const isOf = (dataset: Dataset): boolean => hashOf(dataset) === hashes.world;
  if (open && isOf(open)) return open;
  if (!source || source.isOwnText) return fail('run/other-texts', {});
  const shipped = await loadDataset(files, source.world, split);
  // A run of the recorded comparison knows its folder alone.
  return hashes.world === undefined || isOf(shipped) ? shipped : fail('run/other-texts', {});
}
