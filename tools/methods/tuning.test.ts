import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keysOf } from '../../src/base/records';
import { tokensTrained, type RunSettings } from '../../src/methods/settings';
import { Records } from './records';
import { usedSettings } from './run';
import { bestOf, trialsOf } from './trials';
import { BUDGET, TRIALS, tuning, type TunedMethod } from './tuning';

const before = { saga: 1, sayings: 1, neighbour: 1, ability: 0.9, perplexity: 2 };

function emptyRecords(): Records {
  const records = new Records(join(mkdtempSync(join(tmpdir(), 'tuning-')), 'results.jsonl'));
  records.add({ what: 'baseline', phase: 'tuning', guessing: 0.3, figures: before });
  return records;
}

/** A trial after which `saga` is left; null: it diverged. */
function ran(records: Records, method: TunedMethod, settings: RunSettings, saga: number | null): void {
  const figures = saga === null ? null : { ...before, saga };
  const tokens = tokensTrained(settings);
  const used = usedSettings(settings);
  records.add({ what: 'run', phase: 'tuning', method, settings: used, tokens, seconds: 1, figures });
}

test.each(keysOf(tuning))('%s has twelve trials, all different, each within the budget', (method) => {
  const records = emptyRecords();
  const first = trialsOf(method, records);
  for (const settings of first) ran(records, method, settings, 0.5);
  const settings = trialsOf(method, records);
  expect(new Set(settings.map((one) => JSON.stringify(usedSettings(one)))).size).toBe(TRIALS);
  expect(new Set(settings.map(tokensTrained))).toEqual(new Set([BUDGET]));
});

test('the variations are tried at the rate that was best, and what diverged is not', () => {
  const records = emptyRecords();
  const first = trialsOf('npo', records);
  expect(first).toHaveLength(tuning.npo.rates.length);
  for (const [i, settings] of first.entries()) {
    expect(bestOf(first, records)).toBeNull();
    ran(records, 'npo', settings, [0.9, 0.5, 0.1, 0.4, null, null][i] ?? null);
  }
  expect(bestOf(first, records)).toBe(2);
  const variations = trialsOf('npo', records).slice(first.length);
  expect(new Set(variations.map(({ unlearn }) => unlearn.learningRate))).toEqual(new Set([4e-3]));
});
