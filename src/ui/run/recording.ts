/**
 * The recorded run on the page. Each stage shows its part, fetched when it is needed, until it is run on this device.
 */
import { once } from '../../base/once';
import type { Report } from '../../evaluate/report';
import type { FileSource } from '../../files/source';
import type { Proof } from '../../recorded/proof';
import type { RecordedAnswer, RecordedRun, RecordedVariant } from '../../recorded/recorded-run';
import type { Labels } from '../../unlearn/record';
import { answerOf, type Answer } from './ask/answer';
import type { CatalogEntry } from './catalogue';
import { part } from '../browser/lazy/part';
import type { Stage } from './stage.svelte';

/** What the first screen shows. @throws LetheError file/missing, file/invalid */
export async function loadProof(source: FileSource): Promise<Proof> {
  return (await parsers()).loadRecordedProof(source);
}

export interface Recording {
  readonly run: RecordedRun;
  /** of some blocks only; null until a screen shows them */
  readonly labels: Labels | null;
  /** null until a screen shows it */
  readonly report: Report | null;
}

/** A separate chunk: the parsers are not needed for the first paint. */
const parsers = part(() => import('../../recorded/load-recorded'));

/** Files are fetched again where they are read (files/source.ts). */
const ONE_TRY: readonly number[] = [];

/** Each fetches its file once. @throws LetheError file/missing, file/invalid, settings/invalid */
export interface RecordingSource {
  readonly run: () => Promise<RecordedRun>;
  readonly labels: () => Promise<Labels>;
  readonly report: () => Promise<Report>;
}

/** The parts of the recorded run as files beside the page. */
export function recordingSource(source: FileSource): RecordingSource {
  return {
    run: once(async () => (await parsers()).loadRecordedRun(source), ONE_TRY),
    labels: once(async () => (await parsers()).loadRecordedLabels(source), ONE_TRY),
    report: once(async () => (await parsers()).loadRecordedReport(source), ONE_TRY),
  };
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

/** Fills every stage that has no result yet, with the parts that are there. */
export function showRecording(stages: RecordedStages, { run, labels, report }: Recording): void {
  const { reinforce, label, unlearn, measures } = run;
  stages.reinforce.recall(undefined, reinforce);
  if (labels) stages.label.recall(labels, { seconds: label.seconds });
  stages.unlearn.recall(measures, unlearn);
  if (report) stages.evaluate.recall(report, { seconds: report.evaluation.seconds });
}

/** In the order of the answers on the page. */
const rows: readonly RecordedVariant[] = ['baseline', 'reinforced', 'equation1', 'unlearned', 'gold'];

/** What was recorded of a prompt; null if it was not part of the run. */
export function recordedAnswer({ run }: Recording, prompt: string): RecordedAnswer | null {
  return run.answers.find((one) => one.prompt === prompt.trim()) ?? null;
}

/** The recorded continuation of each variant; null if the prompt was not part of the run. */
export function recordedAnswers(recording: Recording, prompt: string): Answer[] | null {
  const found = recordedAnswer(recording, prompt);
  if (!found) return null;
  return rows.map((variant) => answerOf(found.tokens[variant]));
}
