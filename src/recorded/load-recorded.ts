/** The recorded run, from the files beside the page; labels and report are fetched on demand. */
import type { Report } from '../evaluate/report';
import { parseReport } from '../evaluate/report-file';
import { readAs, readJson, type FileSource } from '../files/source';
import { parseLabels } from '../unlearn/parse-labels';
import type { Labels } from '../unlearn/record';
import { parseProof, type Proof } from './proof';
import { parseRecordedMethods, type RecordedMethods } from './recorded-methods';
import { parseRecordedRun, type RecordedRun } from './recorded-run';

/** Paths inside the source. */
export const recordedFiles = {
  run: 'recorded/run.json',
  labels: 'recorded/labels.safetensors',
  report: 'recorded/report.json',
  proof: 'recorded/proof.json',
  methods: 'recorded/methods.json',
} as const;

/** Most bytes of all files, and most compressed bytes of what the first screen fetches: the proof. */
export const recordedLimits = { bytes: 1_500_000, proofCompressed: 60_000 } as const;

/** @throws LetheError file/missing, file/invalid, settings/invalid */
export async function loadRecordedRun(source: FileSource): Promise<RecordedRun> {
  return parseRecordedRun(await readJson(source, recordedFiles.run), recordedFiles.run);
}

/** The records of some blocks. @throws LetheError file/missing, file/invalid, settings/invalid */
export function loadRecordedLabels(source: FileSource): Promise<Labels> {
  const path = recordedFiles.labels;
  return readAs(source, path, (bytes) => parseLabels(bytes, path));
}

/** The metrics of the run, with a few items of each. @throws LetheError file/missing, file/invalid */
export function loadRecordedReport(source: FileSource): Promise<Report> {
  const path = recordedFiles.report;
  return readAs(source, path, (bytes) => parseReport(new TextDecoder().decode(bytes), path));
}

/** What the first screen shows of the run. @throws LetheError file/missing, file/invalid */
export async function loadRecordedProof(source: FileSource): Promise<Proof> {
  return parseProof(await readJson(source, recordedFiles.proof), recordedFiles.proof);
}

/** The comparison of methods, which a copy of the page may lack. @throws LetheError file/missing, file/invalid */
export async function loadRecordedMethods(source: FileSource): Promise<RecordedMethods> {
  return parseRecordedMethods(await readJson(source, recordedFiles.methods), recordedFiles.methods);
}
