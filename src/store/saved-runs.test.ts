import { expect, test } from 'vitest';
import { sampleReport } from '../evaluate/fixtures/report';
import type { Report } from '../evaluate/report';
import { memoryKeyValue } from './key-value';
import { MOST_RUNS, SavedRuns } from './saved-runs';

const made = { isOpened: false, instead: null };
const other: Report = { ...sampleReport, seeds: { run: 2 } };

test('a run is saved once, with its figures; its report survives a round trip', async () => {
  const runs = new SavedRuns(memoryKeyValue(), () => 7);
  const saved = await runs.save(sampleReport, made);
  expect(saved).toMatchObject({ number: 1, at: 7, seed: 1, isPinned: false, isOpened: false });
  expect(saved.figures.baseline?.familiarity).toBe(2.5);
  expect(await runs.save(sampleReport, { ...made, isOpened: true })).toEqual(saved);
  await runs.save(other, made);
  expect((await runs.list()).map(({ number, seed }) => [number, seed])).toEqual([[1, 1], [2, 2]]); // prettier-ignore
  expect(await runs.report(saved.id)).toEqual(sampleReport);
});

test('runs can be pinned and deleted, and the numbering continues', async () => {
  const runs = new SavedRuns(memoryKeyValue());
  const [first, second] = [await runs.save(sampleReport, made), await runs.save(other, made)];
  await runs.pin(second, true);
  await runs.remove(first.id);
  expect(await runs.report(first.id)).toBeNull();
  expect(await runs.list()).toEqual([{ ...second, isPinned: true }]);
  expect((await runs.save(sampleReport, made)).number).toBe(3);
});

test('a report with more parts replaces the earlier one', async () => {
  const runs = new SavedRuns(memoryKeyValue());
  await runs.pin(await runs.save(sampleReport, made), true);
  await runs.save({ ...sampleReport, attacks: {} }, { ...made, instead: sampleReport });
  expect(await runs.list()).toMatchObject([{ number: 1, isPinned: true }]);
});

test('an entry of another version is left out', async () => {
  const store = memoryKeyValue();
  await store.change({ put: { 'runs/line/x': { number: 1 } } });
  expect(await new SavedRuns(store).list()).toEqual([]);
});

test('only so many are kept: the oldest that is not pinned makes room', async () => {
  const runs = new SavedRuns(memoryKeyValue());
  const report = (seed: number): Report => ({ ...sampleReport, seeds: { run: seed } });
  const first = await runs.save(report(0), made);
  await runs.pin(first, true);
  for (let seed = 1; seed <= MOST_RUNS; seed++) await runs.save(report(seed), made);
  const numbers = (await runs.list()).map(({ number }) => number);
  expect(numbers).toHaveLength(MOST_RUNS);
  expect(numbers.slice(0, 2)).toEqual([1, 3]);
});

test('losses and folders stay with a run when attacks join it', async () => {
  const runs = new SavedRuns(memoryKeyValue());
  const source = { model: 'm', world: 'w' };
  const curves = { loss: [[1, 3], [2, 2]] }; // prettier-ignore
  expect(await runs.save(sampleReport, { ...made, losses: [3, 2], source })).toMatchObject({
    curves,
    source,
  });
  const joined = await runs.save({ ...sampleReport, attacks: {} }, { ...made, instead: sampleReport });
  expect(joined).toMatchObject({ curves, source });
});
