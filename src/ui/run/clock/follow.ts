/** From the events of a run to what the page shows of its time: a pure function, which the benchmark uses as well. */
import { heard, type Clock, type ClockEvent } from './clock';
import { costsOf, type Rate } from './costs';
import { fallen, type Shown } from './falling';
import { readClock, type Reading } from './reading';
import type { RunSize } from './work';

/** A run so far. */
export interface Followed extends Omit<Reading, 'left' | 'stageLeft'> {
  readonly clock: Clock;
  /** the time left as it is shown; null until enough was measured */
  readonly left: Shown | null;
  readonly stageLeft: Shown | null;
}

export interface FollowOptions {
  /** seconds */
  readonly now: number;
  /** of the next stage */
  readonly size: RunSize;
  /** what former runs measured on this device */
  readonly former: readonly Rate[];
}

/** `event`: null when only time has passed. Null while nothing runs. */
export function followed(
  before: Followed | null,
  event: ClockEvent | null,
  { now, size, former }: FollowOptions,
): Followed | null {
  const clock = event ? heard(before?.clock ?? null, event, now, size) : (before?.clock ?? null);
  if (!clock) return null;
  const { left, stageLeft, ...reading } = readClock(clock, now, costsOf(clock.timed, former));
  const shown = isPlan(event) ? null : before; // what was only estimated is now counted
  const ofStage = shown?.clock.stage === clock.stage ? shown.stageLeft : null;
  return {
    clock,
    ...reading,
    left: fallen(shown?.left ?? null, left, now),
    stageLeft: fallen(ofStage, stageLeft, now),
  };
}

function isPlan(event: ClockEvent | null): boolean {
  return event?.kind === 'progress' && event.event.kind === 'planned';
}
