/** A run as a zip file that trains on another machine (docs/cluster.md). */
import type { Report } from '../../../evaluate/report';
import type { FileSource } from '../../../files/source';
import type { Dataset } from '../../../lab/dataset';
import { datasetOfRun } from '../../../lab/dataset-of-run';
import { runFolder } from '../../../lab/run-folder';
import { hashesOf } from '../../../lab/hashes';
import { parseSettings } from '../../../methods/settings';
import { zipPieces } from '../../../store/archive-stream';
import type { RunLine } from '../../../store/run-line';
import { bundledPrograms } from './programs';

/**
 * What `npm run export-run -- --save run.zip` writes, with what people decided in the run. `open`: the texts that the page has open.
 * @throws LetheError as `datasetOfRun` and `parseSettings`
 */
export async function runForCluster(
  run: RunLine,
  human: Report['human'],
  open: Dataset | null,
  files: FileSource,
): Promise<Blob> {
  const dataset = await datasetOfRun(run, open, files);
  const settings = parseSettings(run.settings);
  const hashes = hashesOf(run.hashes.model ?? '', dataset);
  const folder = runFolder({ settings, dataset, hashes, ...(human && { human }) });
  return new Blob([...zipPieces([...folder, ...bundledPrograms()])], { type: 'application/zip' });
}
