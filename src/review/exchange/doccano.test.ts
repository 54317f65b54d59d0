/** doccano 1.8.4’s own exports of our exports (tools/golden/doccano_server.py), read back. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Review } from '../review';
import {
  anchorDoccano,
  evaluationDoccano,
  languageDoccano,
  readDoccano,
  writeDoccanoResults,
  type Doccano,
} from './doccano';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from './sample';

function suite<D, A>(name: string, doccano: Doccano<D, A>, review: Review<D, A>): void {
  const exported = readFileSync(new URL(`fixtures/${name}.from-doccano.jsonl`, import.meta.url), 'utf8');
  const read = (text: string) => readDoccano(doccano, review.items, text, { annotator: 'ann' });

  test(`${name}: doccano returns every decision that it was given`, () => {
    const given = read(writeDoccanoResults(doccano, review));
    const again = read(exported);
    expect(again.rejected).toEqual([]);
    expect(again.decisions.length).toBeGreaterThan(3);
    expect(again.decisions).toEqual(given.decisions);
  });

  test(`${name}: no null in a line, which doccano would read as NaN`, () => {
    expect(writeDoccanoResults(doccano, review)).not.toMatch(/"lead_time":null/);
  });
}

suite('anchors', anchorDoccano, sampleAnchors());
suite('language', languageDoccano, sampleLanguage());
suite('evaluation', evaluationDoccano, sampleEvaluation());

const { items } = sampleAnchors();
const last = items[2];
const meta = { item_id: last?.id, block_id: last?.data.blockId };
const span = [13, 19, 'ANCHOR'];

test.each([
  [
    'entities',
    {
      text: last?.data.text,
      ...meta,
      entities: [{ id: 9, label: 'ANCHOR', start_offset: 13, end_offset: 19 }],
    },
  ],
  ['data', { data: last?.data.text, ...meta, label: [span] }],
  ['data without our id', { data: last?.data.text, label: [span] }],
  ['labels', { text: last?.data.text, ...meta, labels: [span] }],
])('F13 doccano’s %s', (_, line) => {
  const { decisions, rejected } = readDoccano(anchorDoccano, items, JSON.stringify({ id: 1, ...line }), {
    annotator: 'me',
  });
  expect(rejected).toEqual([]);
  expect(
    decisions.map(({ item, answer }) => [item, answer.spans.find(({ start }) => start === 13)?.status]),
  ).toEqual([[last?.id, 'accepted']]);
});
