import { describe, expect, test } from 'vitest';
import type { SavedRun } from '../../store/saved-runs';
import { defaultSettings } from '../../methods/settings';
import { compareRuns } from './compare';
import { runRows, runSettings } from './run-table';
import { differences } from './settings-difference';

const run = (number: number, familiarity: number | null, part: Partial<SavedRun> = {}): SavedRun => ({
  id: `${number}`,
  number,
  at: 0,
  isPinned: false,
  isOpened: false,
  seed: number,
  seconds: 1,
  settings: { ...defaultSettings, seed: number },
  hashes: { model: 'a' },
  figures: { unlearned: { familiarity } },
  ...part,
});
const runs = [run(1, 0.5), run(2, null), run(3, 0.1), run(4, 0.9, { isPinned: true })];
const numbers = (rows: readonly SavedRun[]) => rows.map(({ number }) => number);

describe('the table of runs', () => {
  test('pinned first, then in order; those without a value are last in either direction', () => {
    expect(numbers(runRows(runs, { by: 'familiarity', isFalling: false }, ''))).toEqual([4, 3, 1, 2]);
    expect(numbers(runRows(runs, { by: 'familiarity', isFalling: true }, ''))).toEqual([4, 1, 3, 2]);
    expect(numbers(runRows(runs, { by: 'run', isFalling: true }, ''))).toEqual([4, 3, 2, 1]);
  });

  test('filtered by number and settings', () => {
    expect(numbers(runRows(runs, { by: 'run', isFalling: false }, '#3'))).toEqual([3]);
    const steps = run(5, 1, { settings: { ...defaultSettings, alpha: 2 } });
    const other = run(6, 1, { settings: { ...defaultSettings, alpha: 6, seed: 2 } });
    const all = [...runs, steps, other];
    expect(numbers(runRows(all, { by: 'run', isFalling: false }, 'ALPHA = 2'))).toEqual([5]);
    expect(runSettings(steps)).toBe('alpha = 2');
    expect(runSettings(run(1, 1))).toBe('');
  });
});

test('settings that differ, path by path', () => {
  expect(differences({ a: 1, b: { c: [1], d: 2 } }, { a: 1, b: { c: [2], d: 2 }, e: 'x' })).toEqual([
    { path: 'b.c', a: '[1]', b: '[2]' },
    { path: 'e', a: '', b: 'x' },
  ]);
});

test('two runs side by side', () => {
  const other = run(2, 0.25, { hashes: { model: 'b' } });
  expect(compareRuns(run(1, 0.5), other)).toEqual({
    made: [
      { path: 'seed', a: '1', b: '2' },
      { path: 'model', a: 'a', b: 'b' },
    ],
    metrics: [{ metric: 'familiarity', variant: 'unlearned', a: 0.5, b: 0.25, difference: -0.25 }],
  });
  expect(compareRuns(run(1, 0.5), run(2, null)).metrics[0]?.difference).toBeNull();
});
