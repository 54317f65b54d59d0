/** What the clock says: the time left of the stage and of the run, and how much of each is done. */
import type { Activity } from '../../../lab/events';
import type { StageName } from '../../../pipeline/stage';
import type { Clock } from './clock';
import type { CostOf } from './costs';
import { typicalCost, workOf, type Work, type WorkKind } from './work';

export interface Reading {
  readonly stage: StageName;
  /** what it does while it cannot count, such as compiling */
  readonly activity: Activity | null;
  /** seconds; null until enough was measured */
  readonly stageLeft: number | null;
  readonly left: number | null;
  /** 0 … 1, by time */
  readonly stageShare: number;
  readonly share: number;
}

interface Item extends Work {
  readonly stage: StageName;
  /** units to do */
  readonly left: number;
}

/** At `now`, in seconds. */
export function readClock(clock: Clock, now: number, costOf: CostOf): Reading {
  const { stage, activity, work, done, ended, ahead, size } = clock;
  const ofStage = work.map((one): Item => {
    return { ...one, stage, left: Math.max(0, one.units - (done[one.kind] ?? 0)) };
  });
  const planned = (name: StageName, isDone: boolean): Item[] =>
    workOf(name, size).map((one) => ({ ...one, stage: name, left: isDone ? 0 : one.units }));
  const ofRun = [
    ...ended.flatMap((name) => planned(name, true)),
    ...ofStage,
    ...ahead.flatMap((name) => planned(name, false)),
  ];
  // Some of what is going on has been done since the last event.
  const since = Math.min((clock.heldSince ?? now) - clock.last, longest(ofStage, costOf));
  const leftOf = (items: readonly Item[]): number | null => {
    const seconds = secondsOf(items, costOf);
    return seconds === null ? null : Math.max(0, seconds - since);
  };
  return {
    stage,
    activity,
    stageLeft: leftOf(ofStage),
    left: leftOf(ofRun),
    stageShare: shareOf(ofStage, costOf),
    share: shareOf(ofRun, costOf),
  };
}

/** Null if the cost of any of it is not known. */
function secondsOf(items: readonly Item[], costOf: CostOf): number | null {
  let sum = 0;
  for (const { stage, kind, left } of items) {
    const cost = left === 0 ? 0 : costOf(stage, kind);
    if (cost === null) return null;
    sum += left * cost;
  }
  return sum;
}

function shareOf(items: readonly Item[], costOf: CostOf): number {
  const weigh = (unitsOf: (item: Item) => number): number =>
    items.reduce(
      (sum, one) => sum + unitsOf(one) * (costOf(one.stage, one.kind) ?? typicalCost[one.kind]),
      0,
    );
  const all = weigh(({ units }) => units);
  return all > 0 ? 1 - weigh(({ left }) => left) / all : 0;
}

/** Work without an event between its beginning and its end. */
const whole: readonly WorkKind[] = ['start', 'measure', 'evaluation'];

/** Seconds of the longest piece of work that may be going on without an event. */
function longest(items: readonly Item[], costOf: CostOf): number {
  const seconds = items.map(({ stage, kind, left }) => {
    const units = whole.includes(kind) ? left : Math.min(left, 1);
    return units * (costOf(stage, kind) ?? 0);
  });
  return seconds.reduce((most, one) => Math.max(most, one), 0);
}
