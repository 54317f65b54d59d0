/** doccano 1.8.4’s own exports of our exports (tools/golden/doccano_server.py), read back. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Review } from '../../review';
import { anchorDoccano, evaluationDoccano, languageDoccano, type Doccano } from './tasks';
import { readDoccano } from './read';
import { writeDoccanoResults } from './write';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from '../sample';

function suite<D, A>(name: string, doccano: Doccano<D, A>, review: Review<D, A>): void {
  const file = (end: string): string =>
    readFileSync(new URL(`../fixtures/${name}.${end}.jsonl`, import.meta.url), 'utf8');
  const read = (text: string) => readDoccano(doccano, review.items, text, { annotator: 'ann' });

  test(`${name}: doccano returns every decision that it was given`, () => {
    const given = read(writeDoccanoResults(doccano, review));
    const again = read(file('from-doccano'));
    expect(again.rejected).toEqual([]);
    expect(again.decisions.length).toBeGreaterThan(3);
    expect(again.decisions).toEqual(given.decisions);
  });

  test(`${name}: tasks that no one opened in doccano are untouched`, () => {
    const { decisions, skipped, rejected } = read(file('untouched-from-doccano'));
    expect([decisions, rejected, skipped?.length]).toEqual([[], [], review.items.length]);
  });

  test(`${name}: no null in a line, which doccano would read as NaN`, () => {
    expect(writeDoccanoResults(doccano, review)).not.toMatch(/"lead_time":null/);
  });
}

suite('anchors', anchorDoccano, sampleAnchors());
suite('language', languageDoccano, sampleLanguage());
suite('evaluation', evaluationDoccano, sampleEvaluation());
