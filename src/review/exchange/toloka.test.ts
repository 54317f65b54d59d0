/** Toloka’s TSV as workers leave it. */
import { expect, test } from 'vitest';
import { languageForm } from './forms';
import { sampleLanguage } from './sample';
import { readToloka } from './toloka';

test('F11 a quotation mark that does not close takes no other row with it', () => {
  const { items } = sampleLanguage();
  const head = 'INPUT:item_id\tINPUT:prompt\tINPUT:completion\tOUTPUT:verdict\tOUTPUT:replacement\tASSIGNMENT:worker_id\tASSIGNMENT:status'; // prettier-ignore
  const row = (i: number, worker: string, verdict: string, better = ''): string =>
    [
      items[i]?.id,
      items[i]?.data.prompt,
      items[i]?.data.completion,
      verdict,
      better,
      worker,
      'APPROVED',
    ].join('\t');
  const rows = [
    row(0, 'w1', 'incorrect', '"lamp, she said'),
    row(2, 'w1', 'correct'),
    row(0, 'w2', 'correct'),
    row(2, 'w2', 'incorrect', '"said" she'),
    row(2, 'w3', 'correct'),
    row(0, 'w4', 'correct').replace('\tAPPROVED', ''),
  ];
  const { decisions, rejected } = readToloka(languageForm, items, [head, ...rows].join('\n'));
  expect(decisions.map(({ item, annotator }) => `${item} ${annotator}`)).toEqual([
    'q1 w1',
    'q3 w1',
    'q1 w2',
    'q3 w2',
    'q3 w3',
  ]);
  expect(decisions[0]?.answer.replacement).toBe('"lamp, she said');
  expect(rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual(['line 7: broken-row']);
});
