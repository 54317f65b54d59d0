import { expect, test } from 'vitest';
import { sampleReport } from '../evaluate/fixtures/report';
import type { Report } from '../evaluate/report';
import { memoryKeyValue } from './key-value';
import { SavedRuns } from './saved-runs';

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
