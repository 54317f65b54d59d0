/** The recorded run, from the files beside the page; labels and report are fetched on demand. */
import { parseReport, type Report } from '../evaluate/report';
import { readJson, readText, type FileSource } from '../files/source';
import { parseLabels } from '../unlearn/parse-labels';
import type { Labels } from '../unlearn/record';
import { parseRecordedRun, type RecordedRun } from './recorded-run';

/** Paths inside the source. */
export const recordedFiles = {
  run: 'recorded/run.json',
  labels: 'recorded/labels.safetensors',
  report: 'recorded/report.json',
} as const;

/** @throws LetheError file/missing, file/invalid, settings/invalid */
export async function loadRecordedRun(source: FileSource): Promise<RecordedRun> {
  return parseRecordedRun(await readJson(source, recordedFiles.run), recordedFiles.run);
}

/** The records of the first blocks. @throws LetheError file/missing, file/invalid, settings/invalid */
export async function loadRecordedLabels(source: FileSource): Promise<Labels> {
  return parseLabels(await source.read(recordedFiles.labels), recordedFiles.labels);
}

/** The metrics of the run, with a few items of each. @throws LetheError file/missing, file/invalid */
export async function loadRecordedReport(source: FileSource): Promise<Report> {
  return parseReport(await readText(source, recordedFiles.report), recordedFiles.report);
}
