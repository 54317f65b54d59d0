import { expect, test } from 'vitest';
import { sampleReport } from '../evaluate/fixtures/report';
import type { Report } from '../evaluate/report';
import { memoryKeyValue } from './key-value';
import { KeptRuns } from './kept-runs';

const made = { isOpened: false, instead: null };
const other: Report = { ...sampleReport, seeds: { run: 2 } };

test('a run is kept once, with its figures; the report comes back as it was', async () => {
  const runs = new KeptRuns(memoryKeyValue(), () => 7);
  const kept = await runs.keep(sampleReport, made);
  expect(kept).toMatchObject({ number: 1, at: 7, seed: 1, isPinned: false, isOpened: false });
  expect(kept.figures.baseline?.familiarity).toBe(2.5);
  expect(await runs.keep(sampleReport, { ...made, isOpened: true })).toEqual(kept);
  await runs.keep(other, made);
  expect((await runs.list()).map(({ number, seed }) => [number, seed])).toEqual([[1, 1], [2, 2]]); // prettier-ignore
  expect(await runs.report(kept.id)).toEqual(sampleReport);
});

test('pinned, deleted, and numbered on', async () => {
  const runs = new KeptRuns(memoryKeyValue());
  const [first, second] = [await runs.keep(sampleReport, made), await runs.keep(other, made)];
  await runs.pin(second, true);
  await runs.remove(first.id);
  expect(await runs.report(first.id)).toBeNull();
  expect(await runs.list()).toEqual([{ ...second, isPinned: true }]);
  expect((await runs.keep(sampleReport, made)).number).toBe(3);
});

test('a report that grew takes the place of the one before', async () => {
  const runs = new KeptRuns(memoryKeyValue());
  await runs.pin(await runs.keep(sampleReport, made), true);
  await runs.keep({ ...sampleReport, attacks: {} }, { ...made, instead: sampleReport });
  expect(await runs.list()).toMatchObject([{ number: 1, isPinned: true }]);
});

test('a line of another version is left out', async () => {
  const store = memoryKeyValue();
  await store.change({ put: { 'runs/line/x': { number: 1 } } });
  expect(await new KeptRuns(store).list()).toEqual([]);
});
