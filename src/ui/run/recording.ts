/**
 * The recorded run on the page. Fetched after the first paint; each stage shows its part until it is run on this device.
 */
import type { Report } from '../../evaluate/report';
import type { FileSource } from '../../files/source';
import type { Proof } from '../../recorded/proof';
import type { RecordedRun, RecordedVariant } from '../../recorded/recorded-run';
import type { Labels } from '../../unlearn/record';
import type { Answer } from './ask/answer';
import type { CatalogEntry } from './catalogue';
import { part } from '../browser/lazy/part';
import type { Stage } from './stage.svelte';

/** What the first screen shows. @throws LetheError file/missing, file/invalid */
export async function loadProof(source: FileSource): Promise<Proof> {
  return (await parsers()).loadRecordedProof(source);
}

export interface Recording {
  readonly run: RecordedRun;
  /** of the first blocks only */
  readonly labels: Labels;
  readonly report: Report;
}

/** A separate chunk: the parsers are not needed for the first paint. */
const parsers = part(() => import('../../recorded/load-recorded'));

/** @throws LetheError file/missing, file/invalid, settings/invalid */
export async function loadRecording(source: FileSource): Promise<Recording> {
  const read = await parsers();
  const [run, labels, report] = await Promise.all([
    read.loadRecordedRun(source),
    read.loadRecordedLabels(source),
    read.loadRecordedReport(source),
  ]);
  return { run, labels, report };
}

/** Whether the run is of the catalogue entry; once that is loaded, whether it is of identical files. */
export function isRecordedOf(
  { run }: Recording,
  entry: CatalogEntry | null,
  loaded: { readonly model: string } | null,
): boolean {
  return (
    entry?.model === run.model &&
    entry.world === run.world &&
    (loaded === null || loaded.model === run.hashes.model)
  );
}

/** The stages that a recording contains. */
interface RecordedStages {
  readonly reinforce: Stage<void>;
  readonly label: Stage<Labels>;
  readonly unlearn: Stage<Pick<RecordedRun['measures'], 'before' | 'after'>>;
  readonly evaluate: Stage<Report>;
}

/** Fills every stage that has no result yet. */
export function showRecording(stages: RecordedStages, { run, labels, report }: Recording): void {
  const { reinforce, label, unlearn, measures } = run;
  stages.reinforce.recall(undefined, reinforce);
  stages.label.recall(labels, { seconds: label.seconds });
  stages.unlearn.recall(measures, unlearn);
  stages.evaluate.recall(report, { seconds: report.evaluation.seconds });
}

/** In the order of the answers on the page. */
const rows: readonly RecordedVariant[] = ['baseline', 'reinforced', 'equation1', 'unlearned', 'gold'];

/** The recorded continuation of each variant; null if the prompt was not part of the run. */
export function recordedAnswers({ run }: Recording, prompt: string): Answer[] | null {
  const found = run.answers.find((one) => one.prompt === prompt.trim());
  if (!found) return null;
  return rows.map((variant) => {
    const tokens = found.tokens[variant];
    return { text: tokens.map(({ text }) => text).join(''), tokens };
  });
}
