import { describe, expect, test } from 'vitest';
import { FORGET_BLOCKS } from '../../../evaluate/forget-blocks';
import { defaultSettings } from '../../../methods/settings';
import type { ClockEvent, WorkEvent } from './clock';
import { scopeWork } from '../evaluation-scope';
import { costsOf, ratesOf, type Rate } from './costs';
import { followed, type Followed } from './follow';
import type { TimedEvent } from './series';
import type { RunSize } from './work';

const size: RunSize = {
  settings: {
    ...defaultSettings,
    reinforce: { ...defaultSettings.reinforce, steps: 100, batch: 4 },
    unlearn: { ...defaultSettings.unlearn, steps: 100, batch: 4 },
  },
  every: 'doubling',
  scope: 'core',
  characters: 50_000,
  isOwnText: false,
};
const work = (event: WorkEvent): ClockEvent => ({ kind: 'progress', event });
const step = (at: number): ClockEvent => work({ kind: 'step', step: at, steps: 100 });
const stage = (name: 'reinforce' | 'unlearn' | 'label' | 'evaluate'): ClockEvent => ({
  kind: 'stage',
  stage: name,
  ahead: [],
});

/** What the clock shows after each event. */
function shown(events: readonly TimedEvent[], former: readonly Rate[] = []): (Followed | null)[] {
  let state: Followed | null = null;
  return events.map(({ at, event }) => (state = followed(state, event, { now: at, size, former })));
}
const last = (events: readonly TimedEvent[], former: readonly Rate[] = []): Followed | null =>
  shown(events, former).at(-1) ?? null;
const leftOf = (state: Followed | null | undefined): number | null => state?.stageLeft?.seconds ?? null;

/** Compiles for 5 seconds, then a step takes `seconds` of its number. */
function training(seconds: (step: number) => number, steps = 100): TimedEvent[] {
  const events: TimedEvent[] = [{ at: 0, event: stage('reinforce') }];
  events.push({ at: 0, event: work({ kind: 'activity', activity: 'compiling' }) });
  let at = 5;
  for (let i = 1; i <= steps; i++) {
    events.push({ at, event: step(i) });
    at += seconds(i + 1);
  }
  return events;
}

describe('a stage', () => {
  test('has no estimate before a few steps, and says that it compiles', () => {
    const states = shown(training(() => 2));
    expect(states[1]?.activity).toBe('compiling');
    expect(states.slice(0, 5).map(leftOf)).toEqual([null, null, null, null, null]);
    expect(states[2]?.activity).toBeNull();
    expect(leftOf(states[5])).toBeCloseTo(2 * 96);
  });

  test('counts down to nothing with steady steps', () => {
    const lefts = shown(training(() => 2)).map(leftOf);
    const falls = lefts.slice(6).map((left, i) => (lefts[5 + i] ?? 0) - (left ?? 0));
    expect(falls.every((fall) => fall >= 0)).toBe(true);
    expect(lefts.at(-1)).toBeCloseTo(0);
  });

  test('does not rise with a slow step, or while nothing is heard', () => {
    const events = training((i) => (i === 50 ? 20 : 2), 60);
    const lefts = shown(events).map(leftOf);
    const rises = lefts.filter((left, i) => (left ?? 0) > (lefts[i - 1] ?? Infinity));
    expect(rises).toEqual([]);
  });

  test('is put right once when the device becomes twice as slow', () => {
    const lefts = shown(training((i) => (i > 40 ? 4 : 2))).map(leftOf);
    const rises = lefts.filter((left, i) => (left ?? 0) > (lefts[i - 1] ?? Infinity));
    expect(rises.length).toBeGreaterThan(0);
    expect(rises.length).toBeLessThan(4);
    expect(lefts[71]).toBeGreaterThan((4 * 30) / 1.5);
  });

  test('that is paused does not lose time, nor does a step that was let through count', () => {
    const events = training(() => 2, 20);
    const { at } = events.at(-1) ?? { at: 0 };
    const before = leftOf(last(events)) ?? 0;
    const held: TimedEvent[] = [
      { at, event: { kind: 'held' } },
      { at: at + 300, event: step(21) },
      { at: at + 600, event: { kind: 'released' } },
      { at: at + 602, event: step(22) },
    ];
    expect(leftOf(last([...events, ...held]))).toBeCloseTo(before - 4);
  });

  test('that is resumed begins where it was', () => {
    const state = last([
      { at: 0, event: stage('reinforce') },
      { at: 0, event: work({ kind: 'resumed', step: 80, probes: [] }) },
      ...[81, 82, 83, 84].map((one, i) => ({ at: 5 + 2 * i, event: step(one) })),
    ]);
    expect(leftOf(state)).toBeCloseTo(2 * 16);
  });
});

test('the looks and the measuring at the end are counted', () => {
  const former: Rate[] = [
    { stage: 'unlearn', kind: 'look', seconds: 10 },
    { stage: 'unlearn', kind: 'measure', seconds: 0.2 },
  ];
  const events: TimedEvent[] = [{ at: 0, event: stage('unlearn') }];
  let at = 20;
  events.push({ at, event: work({ kind: 'probe' }) });
  for (let i = 1; i <= 100; i++) {
    if (i > 1 && Number.isInteger(Math.log2(i - 1)))
      events.push({ at: (at += 10), event: work({ kind: 'probe' }) });
    events.push({ at: (at += 1), event: step(i) });
  }
  const atHalf = shown(events, former)[events.findIndex(({ event }) => isStep(event, 50))];
  // 50 steps, the looks after 64 and 100, and 101 blocks that are measured
  expect(leftOf(atHalf)).toBeGreaterThan((50 + 20 + 20) / 1.2);
  expect(leftOf(atHalf)).toBeLessThan((50 + 20 + 20) * 1.2);
  const measuring = last([...events, { at, event: work({ kind: 'activity', activity: 'scoring' }) }], former);
  expect(measuring?.activity).toBe('scoring');
  expect(leftOf(measuring)).toBeGreaterThan(20);
});

test('a training that is ended early has only its last look and the measuring left', () => {
  const former: Rate[] = [
    { stage: 'unlearn', kind: 'look', seconds: 10 },
    { stage: 'unlearn', kind: 'measure', seconds: 0.2 },
  ];
  const events: TimedEvent[] = [
    { at: 0, event: stage('unlearn') },
    { at: 20, event: work({ kind: 'probe' }) },
    ...[1, 2, 3, 4, 5].map((one) => ({ at: 20 + one, event: step(one) })),
    { at: 25, event: { kind: 'stopping' } },
  ];
  const { clock } = last(events, former) ?? {};
  expect(clock?.work.map(({ kind, units }) => [kind, units])).toEqual([
    ['start', 1],
    ['look', 2],
    ['step', 20],
    ['measure', FORGET_BLOCKS],
  ]);
});

function isStep(event: ClockEvent, at: number): boolean {
  return event.kind === 'progress' && event.event.kind === 'step' && event.event.step === at;
}

describe('a run', () => {
  const run: TimedEvent[] = training(() => 2);
  const withAhead: TimedEvent[] = [
    { at: 0, event: { kind: 'stage', stage: 'reinforce', ahead: ['label', 'unlearn', 'evaluate'] } },
    ...run.slice(1),
  ];

  test('estimates stages that have not begun from their work, and what this device took before', () => {
    const first = last(withAhead)?.left?.seconds ?? 0;
    expect(first).toBeGreaterThan(100);
    const former: Rate[] = [
      { stage: 'reinforce', kind: 'step', seconds: 0.5 },
      { stage: 'label', kind: 'block', seconds: 3 },
      { stage: 'unlearn', kind: 'step', seconds: 0.5 },
      { stage: 'evaluate', kind: 'evaluation', seconds: 0.1 },
    ];
    const known = last(withAhead, former)?.left?.seconds ?? 0;
    // 101 blocks to label, 400 to train on, and the evaluation; looks and measuring as is typical
    const sure = 303 + 200 + 0.1 * scopeWork('core', false);
    expect(known).toBeGreaterThan(sure);
    expect(known).toBeLessThan(2 * sure);
  });

  test('is done in parts: the share grows to one and never falls', () => {
    const shares = shown(withAhead).map((state) => state?.share ?? 0);
    expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0) - 1e-9)).toBe(true);
    expect(last(run)?.share).toBeCloseTo(1);
    expect(last(withAhead)?.share).toBeLessThan(0.5);
  });

  test('the blocks of a text are counted once they are known', () => {
    const before = last([{ at: 0, event: stage('label') }]);
    expect(before?.clock.work.find(({ kind }) => kind === 'block')?.units).toBe(101);
    const after = last([
      { at: 0, event: stage('label') },
      { at: 1, event: work({ kind: 'label', block: 1, blocks: 7 }) },
    ]);
    expect(after?.clock.work.find(({ kind }) => kind === 'block')?.units).toBe(7);
  });

  test('what it measured is a rate for the next', () => {
    const state = last([...run, { at: 205, event: { kind: 'made' } }]);
    const rates = ratesOf(state?.clock.timed ?? []);
    expect(rates.find(({ kind }) => kind === 'step')?.seconds).toBeCloseTo(0.5);
  });

  test('an evaluation is estimated by its parts, and kept as a whole', () => {
    const events: TimedEvent[] = [
      { at: 0, event: stage('evaluate') },
      { at: 1, event: work({ kind: 'planned', items: { completions: 90, text: 300 } }) },
      ...[10, 20, 30, 40].map((done, i) => ({
        at: 4 + 3 * i,
        event: work({ kind: 'evaluate', part: 'completions', done }),
      })),
    ];
    const former: Rate[] = [{ stage: 'evaluate', kind: 'text', seconds: 0.1 }];
    const left = leftOf(last(events, former)) ?? 0; // 0.3 × 50 + 0.1 × 300, or a little less shown before
    expect(left).toBeGreaterThan(45 / 1.35);
    expect(left).toBeLessThanOrEqual(45);
    const end = last([...events, { at: 60, event: { kind: 'made' } }]);
    expect(ratesOf(end?.clock.timed ?? []).some(({ kind }) => kind === 'evaluation')).toBe(true);
  });

  test('the next evaluation of an own text is expected to take as long as the last one took', () => {
    const events: TimedEvent[] = [
      { at: 0, event: stage('evaluate') },
      { at: 0, event: work({ kind: 'planned', items: { general: 20 } }) },
      ...Array.from({ length: 20 }, (_, i) => ({
        at: 20 * (i + 1),
        event: work({ kind: 'evaluate', part: 'general', done: i + 1 }),
      })),
      { at: 400, event: { kind: 'made' } },
    ];
    const own = { ...size, isOwnText: true };
    const end = events.reduce<Followed | null>(
      (state, { at, event }) => followed(state, event, { now: at, size: own, former: [] }),
      null,
    );
    const cost = costsOf([], ratesOf(end?.clock.timed ?? []))('evaluate', 'evaluation') ?? 0;
    expect(cost * scopeWork('core', true)).toBeGreaterThan(400 / 1.2);
    expect(cost * scopeWork('core', true)).toBeLessThan(400 * 1.2);
  });
});
