/** Writes what the comparison found: the table in docs/results.md, the chart beside it, and the figures for the page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { recordedFiles } from '../../src/recorded/load-recorded';
import { writeRecordedMethods } from '../../src/recorded/write-recorded-methods';
import { recordedMethods } from './recorded';
import type { Records } from './records';
import { scatter } from './scatter';
import { summaries, summaryTable } from './summary';

const DOCUMENT = 'docs/results.md';
const CHART = 'docs/methods.svg';
const [BEGIN, END] = ['<!-- methods: written by npm run methods -->', '<!-- /methods -->'];

export function writeReport(records: Records): void {
  const before = records.baseline('test');
  if (!before) return;
  const found = summaries(records);
  const table = summaryTable(found, before.figures);
  writeFileSync(CHART, scatter(found));
  writeFileSync(`public/${recordedFiles.methods}`, writeRecordedMethods(recordedMethods(records)));
  const document = readFileSync(DOCUMENT, 'utf8');
  writeFileSync(DOCUMENT, between(document, `\n${table}\n\n![Forgotten and kept by method](methods.svg)\n`));
}

/** The document with another text between the markers. @throws Error if it lacks them */
export function between(document: string, text: string): string {
  const [start, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${DOCUMENT}: expected the lines ${BEGIN} and ${END}`);
  return document.slice(0, start + BEGIN.length) + `\n${text}\n` + document.slice(end);
}
