import { expect, test } from 'vitest';
import { makeError } from '../base/errors';
import { defaultSettings, type RunSettings } from '../methods/settings';
import { labErrors } from './errors';
import { sweep, sweepSettings, type SweepEvent } from './sweep';

const plan = { settings: defaultSettings, name: 'alpha', values: [0, 2], seeds: [1, 2] };
const runs = sweepSettings(plan);
const diverged = makeError(labErrors, 'train/diverged', { step: '3', loss: 'NaN', gradient: '1', good: '' });

/** Keeps what ran; `ends` throws before a run is made. */
function host(ends: (settings: RunSettings) => void = () => undefined) {
  const made: RunSettings[] = [];
  return {
    made,
    isMade: (settings: RunSettings) => made.includes(settings),
    run: (settings: RunSettings) =>
      Promise.resolve().then(() => {
        ends(settings);
        made.push(settings);
      }),
  };
}

async function all(events: AsyncGenerator<SweepEvent>): Promise<string[]> {
  const seen: string[] = [];
  for await (const event of events) seen.push(`${event.kind} ${event.at}`);
  return seen;
}

test('every value is trained with every seed, one seed after the other', () => {
  expect(runs.map(({ seed, alpha }) => [seed, alpha])).toEqual([[1, 0], [1, 2], [2, 0], [2, 2]]); // prettier-ignore
  expect(sweepSettings({ ...plan, name: null }).map(({ seed }) => seed)).toEqual([1, 2]);
  expect(sweepSettings({ ...plan, name: 'unlearnSteps', values: [7] })[0]?.unlearn.steps).toBe(7);
  expect(() => sweepSettings({ ...plan, values: [99] })).toThrow('from 0 to 20');
});

test('a run that diverges costs only itself', async () => {
  const lab = host(({ alpha, seed }) => {
    if (alpha === 2 && seed === 1) throw diverged;
  });
  const seen = await all(sweep(runs, lab, new AbortController().signal));
  expect(seen).toEqual(['begins 0', 'made 0', 'begins 1', 'diverged 1', 'begins 2', 'made 2', 'begins 3', 'made 3']); // prettier-ignore
});

test('cancelled, it stops at once; begun again, it skips what was made', async () => {
  const controller = new AbortController();
  const lab = host(({ seed }) => {
    if (seed === 2) controller.abort(new Error('cancelled'));
    controller.signal.throwIfAborted();
  });
  await expect(all(sweep(runs, lab, controller.signal))).rejects.toThrow('cancelled');
  expect(lab.made).toHaveLength(2);
  const calm = { ...lab, run: (settings: RunSettings) => Promise.resolve(void lab.made.push(settings)) };
  const again = sweep(runs, calm, new AbortController().signal);
  expect(await all(again)).toEqual(['skipped 0', 'skipped 1', 'begins 2', 'made 2', 'begins 3', 'made 3']);
  expect(lab.made).toEqual(runs);
});
