/** A run as a zip file that trains on another machine (docs/cluster.md). */
import type { Report } from '../../../evaluate/report';
import type { FileSource } from '../../../files/source';
import type { Dataset } from '../../../lab/dataset';
import { datasetOfRun } from '../../../lab/dataset-of-run';
import { labelDifferences } from '../../../lab/exported-labels';
import { fittedPrograms } from '../../../lab/fitted-programs';
import { runFolder } from '../../../lab/run-folder';
import { hashesOf } from '../../../lab/hashes';
import { parseSettings } from '../../../methods/settings';
import { zipPieces } from '../../../store/archive-stream';
import type { RunLine } from '../../../store/run-line';
import { withHumanLabels, type LabelOverride } from '../../../unlearn/overrides';
import type { Labels } from '../../../unlearn/record';
import { bundledPrograms } from './programs';

/** What the page has open. */
export interface OpenRun {
  readonly dataset: Dataset | null;
  /** null: none were made */
  readonly labels: Labels | null;
  readonly overrides: readonly LabelOverride[];
}

/**
 * What `npm run export-run -- --save run.zip` writes, with what people decided in the run, and the open labels if they are
 * those of the run.
 * @throws LetheError as `datasetOfRun` and `parseSettings`
 */
export async function runForCluster(
  run: RunLine,
  human: Report['human'],
  open: OpenRun,
  files: FileSource,
): Promise<Blob> {
  const dataset = await datasetOfRun(run, open.dataset, files);
  const settings = parseSettings(run.settings);
  const hashes = hashesOf(run.hashes.model ?? '', dataset);
  const { labels } = open;
  const isOfRun =
    labels?.origin.hashes.model === hashes.model && labelDifferences(labels, settings, dataset).length === 0;
  const isReviewed = human?.some(({ task }) => task === 'language') ?? false;
  const own = isOfRun && { labels: withHumanLabels(labels, isReviewed ? open.overrides : []) };
  const folder = runFolder({ settings, dataset, hashes, ...(human && { human }), ...own });
  const programs = fittedPrograms(bundledPrograms(), settings);
  return new Blob([...zipPieces([...folder, ...programs])], { type: 'application/zip' });
}
