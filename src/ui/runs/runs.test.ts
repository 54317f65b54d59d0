import { describe, expect, test } from 'vitest';
import { settingsFor } from '../../methods/settings';
import { runs as texts } from '../i18n/en/runs';
import { addEnglish } from '../i18n/i18n.svelte';
import { changedSettings } from './changed-settings';
import { microMethods } from '../../recorded/micro-methods';
import { commandOf } from './command';
import { compareRuns } from './compare';
import { dotsOf } from './dots';
import { runsCsv, runsJson } from './exported';
import { comparedMethods } from './listed-run';
import { microRun, withAlpha } from './micro-runs';
import { rowName, shortName } from './row-name';
import { metricOf, rowsOf, type RunRow } from './run-rows';
import { sortedRows } from './run-table';
import { differences } from './settings-difference';
import { parseCsv } from '../../base/csv';

addEnglish({ runs: texts });

const runs = [microRun(1, 0.5), microRun(2, null), microRun(3, 0.1)];
const alone = rowsOf([...runs, microRun(4, 0.9, { isPinned: true })], false);
const numbers = (rows: readonly RunRow[]) => rows.map(({ first }) => first.saved?.number);

describe('rows', () => {
  test('of runs that differ only in their seed are one, with mean and deviation', () => {
    const [row, other, ...none] = rowsOf([...runs, microRun(4, 0.2, withAlpha(2))], true);
    expect(none).toEqual([]);
    expect(row?.runs.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    expect(row && metricOf(row, 'unlearned', 'answers')).toEqual({
      mean: 0.3,
      deviation: expect.closeTo(Math.sqrt(0.08), 12) as number,
    });
    expect(row && rowName(row)).toBe('Runs 1, 2, 3');
    expect(other && metricOf(other, 'unlearned', 'answers')).toEqual({ mean: 0.2, deviation: null });
    expect(other && shortName(other)).toBe('Run 4: alpha = 2');
  });

  test('of another text, model or method are apart; settings that do not count are not looked at', () => {
    const npo = { ...settingsFor('npo'), seed: 1 };
    const rows = rowsOf(
      [
        microRun(1, 1),
        microRun(2, 1, { hashes: { model: 'b' } }),
        microRun(3, 1, { settings: npo }),
        microRun(4, 1, { settings: { ...npo, alpha: 3 } }), // NPO has no α
      ],
      true,
    );
    expect(rows.map((row) => row.runs.length)).toEqual([1, 1, 2]);
    expect(rows.flatMap(({ first }) => changedSettings(first))).toEqual([]);
  });

  test('pinned first, then in order; those without a value are last in either direction', () => {
    expect(numbers(sortedRows(alone, { by: 'answers', isFalling: false }, ''))).toEqual([4, 3, 1, 2]);
    expect(numbers(sortedRows(alone, { by: 'answers', isFalling: true }, ''))).toEqual([4, 1, 3, 2]);
    expect(numbers(sortedRows(alone, { by: 'run', isFalling: true }, ''))).toEqual([4, 3, 2, 1]);
  });

  test('filtered by number, method and settings', () => {
    const order = { by: 'run', isFalling: false } as const;
    const all = rowsOf([...runs, microRun(5, 1, withAlpha(2)), microRun(6, 1, { settings: settingsFor('npo') })], false); // prettier-ignore
    expect(numbers(sortedRows(all, order, '#3'))).toEqual([3]);
    expect(numbers(sortedRows(all, order, 'ALPHA = 2'))).toEqual([5]);
    expect(numbers(sortedRows(all, order, 'npo'))).toEqual([6]);
    expect(sortedRows(all, order, 'no such run')).toEqual([]);
  });
});

test('a run on the development items says so, and its command asks for them', () => {
  const hashes = { model: 'a', world: 'other held-out text' };
  const tuned = microRun(2, 0.25, { ...withAlpha(2, 2), split: 'development', hashes });
  const rows = rowsOf([microRun(1, 0.5, withAlpha(2)), tuned], true);
  expect(rows.map(shortName)).toEqual(['Run 1: alpha = 2', 'Run 2: alpha = 2, development items']);
  const order = { by: 'run', isFalling: false } as const;
  expect(numbers(sortedRows(rows, order, 'development'))).toEqual([2]);
  const [source, [one, other]] = [{ model: 'models/base', world: 'worlds/marrowmere' }, rows];
  const command = (row: RunRow | undefined) => row && commandOf({ ...row, first: { ...row.first, source } });
  expect(command(one)).not.toContain('--split');
  expect(command(other)).toContain('--split development');
  expect(one && other && compareRuns(one, other).made).toContainEqual({
    path: 'split',
    a: '',
    b: 'development',
  });
});

test('settings that differ, path by path', () => {
  expect(differences({ a: 1, b: { c: [1], d: 2 } }, { a: 1, b: { c: [2], d: 2 }, e: 'x' })).toEqual([
    { path: 'b.c', a: '[1]', b: '[2]' },
    { path: 'e', a: '', b: 'x' },
  ]);
});

describe('two rows side by side', () => {
  const row = (run: ReturnType<typeof microRun>): RunRow => ({ id: run.id, first: run, runs: [run] });

  test('show what they were made with, and which is better', () => {
    const both = compareRuns(row(microRun(1, 0.5)), row(microRun(2, 0.25, { hashes: { model: 'b' } })));
    expect(both.made).toEqual([
      { path: 'seed', a: '1', b: '2' },
      { path: 'model', a: 'a', b: 'b' },
    ]);
    expect(both.metrics).toMatchObject([
      { metric: 'answers', variant: 'unlearned', difference: -0.25, better: 'b' },
    ]);
  });

  test('a metric that one lacks has no difference, and is no better', () => {
    const both = compareRuns(row(microRun(1, 0.5)), row(microRun(2, null)));
    expect(both.metrics[0]).toMatchObject({ difference: null, better: null });
  });

  test('the baseline is what is compared with, and not better itself', () => {
    const figures = { baseline: { answers: 1 } };
    const both = compareRuns(row(microRun(1, 0, { figures })), row(microRun(2, 0, { figures })));
    expect(both.metrics).toMatchObject([{ variant: 'baseline', better: null }]);
  });
});

describe('dots of forgotten × kept', () => {
  const before = { answers: 1, neighbour: 0.8, perplexity: 2 };
  const of = (answers: number, neighbour: number) => ({
    figures: {
      baseline: before,
      unlearned: { answers, neighbour, perplexity: 2 },
      gold: { answers: 0.1, neighbour: 0.8, perplexity: 2 },
    },
  });

  test('each row has one, beside gold and the model before', () => {
    const rows = rowsOf([microRun(1, 0, of(0, 0.4)), microRun(2, 0, of(0.5, 0.8)), microRun(3, 1)], false);
    const dots = dotsOf(rows, ['run-2'], () => undefined);
    expect(dots.map(({ id, x, y, isChosen }) => [id, x, y, isChosen])).toEqual([
      ['baseline', 0, 1, false],
      ['gold', 0.9, 1, false],
      ['run-1', 1, 0.5, false],
      ['run-2', 0.5, 1, true],
    ]);
  });

  test('seeds are one dot at their mean', () => {
    const rows = rowsOf([microRun(1, 0, of(0, 0.4)), microRun(2, 0, of(0.5, 0.8))], true);
    const [, , dot] = dotsOf(rows, [], () => undefined);
    expect(dot).toMatchObject({ x: 0.75, y: 0.75, members: [[1, 0.5], [0.5, 1]] }); // prettier-ignore
  });

  test('without runs there is nothing to compare with', () => {
    expect(dotsOf([], [], () => undefined)).toEqual([]);
  });
});

test('all runs are exported with every setting and metric', () => {
  const [head, row] = parseCsv(runsCsv([microRun(7, 0.25)]));
  const cell = (name: string) => row?.fields[head?.fields.indexOf(name) ?? -1];
  expect(['run', 'unlearn.steps', 'seed', 'unlearned.answers', 'gold.answers'].map(cell)).toEqual([
    '7',
    String(settingsFor('whp').unlearn.steps),
    '7',
    '0.25',
    '',
  ]);
  expect(JSON.parse(runsJson([microRun(7, 0.25)]))).toMatchObject({
    runs: [{ number: 7, figures: { unlearned: { answers: 0.25 } } }],
  });
});

test('the recorded comparison has a row for each method, and a run that diverged has no dot', () => {
  const rows = rowsOf(comparedMethods(microMethods), true);
  expect(rows.map((row) => [rowName(row), row.runs.length])).toEqual([
    ['NPO (recorded)', 2],
    ['RMU (recorded)', 2],
  ]);
  const dots = dotsOf(rows, [], () => undefined);
  expect(dots.map(({ name, members }) => [name, members.length])).toEqual([
    ['before unlearning', 1],
    ['NPO', 2],
    ['RMU', 1],
  ]);
  expect(rows[0] && commandOf(rows[0])).toContain('--method npo --seeds 1,2');
});
