/**
 * The clock of a run: what has been done of it, and how long each kind of work takes on this device. A pure function of
 * the events of the run; reading.ts says what is left.
 */
import type { Activity } from '../../../lab/events';
import { evaluationParts, type EvaluationPart } from '../../../lab/evaluate-input';
import { isTrained, type StageName } from '../../../pipeline/stage';
import { paced, totalOf, type Pace } from './pace';
import { workOf, type RunSize, type Work, type WorkKind } from './work';

/** How long one kind of work of a stage takes: the steps of two trainings differ. */
export interface Timed {
  readonly stage: StageName;
  readonly kind: WorkKind;
  readonly pace: Pace;
}

export interface Clock {
  readonly stage: StageName;
  readonly work: readonly Work[];
  /** units done of this stage */
  readonly done: Readonly<Partial<Record<WorkKind, number>>>;
  /** the stages of this run that have ended, and those that follow, as far as is known */
  readonly ended: readonly StageName[];
  readonly ahead: readonly StageName[];
  readonly size: RunSize;
  /** what this run has measured */
  readonly timed: readonly Timed[];
  readonly activity: Activity | null;
  /** seconds, when the stage last did something that counts */
  readonly last: number;
  /** seconds, since when it is held: paused, or answering a question; null: it is not */
  readonly heldSince: number | null;
}

/** What the clock hears of a stage at work: the events of the lab, as far as they matter here. */
export type WorkEvent =
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'step'; readonly step: number; readonly steps: number }
  | { readonly kind: 'resumed'; readonly step: number; readonly probes: readonly unknown[] }
  | { readonly kind: 'probe' }
  | { readonly kind: 'label'; readonly block: number; readonly blocks: number }
  | { readonly kind: 'planned'; readonly items: Readonly<Partial<Record<EvaluationPart, number>>> }
  | { readonly kind: 'evaluate'; readonly part: EvaluationPart; readonly done: number }
  | { readonly kind: 'checkpoint' | 'read' | 'write' | 'save' };

/** What the clock hears: the events of a run, and that it is held. */
export type ClockEvent =
  | { readonly kind: 'stage'; readonly stage: StageName; readonly ahead: readonly StageName[] }
  | { readonly kind: 'progress'; readonly event: WorkEvent }
  | { readonly kind: 'made' | 'recovering' | 'held' | 'released' }
  /** the training ends after its current step */
  | { readonly kind: 'stopping' };

/** The clock after `event`, at `now` seconds; null while nothing runs. `size` counts from the next stage on. */
export function heard(clock: Clock | null, event: ClockEvent, now: number, size: RunSize): Clock | null {
  switch (event.kind) {
    case 'stage':
      return begun(clock, event.stage, event.ahead, now, size);
    case 'progress':
      return clock && progressed(clock, event.event, now);
    case 'made':
      return clock && ended(clock, now);
    case 'recovering':
      return clock && { ...clock, last: now };
    case 'held':
      return clock && { ...clock, heldSince: clock.heldSince ?? now };
    case 'released':
      return clock && released(clock, now);
    case 'stopping':
      return clock && stopping(released(clock, now));
  }
}

function begun(
  clock: Clock | null,
  stage: StageName,
  ahead: readonly StageName[],
  now: number,
  size: RunSize,
): Clock {
  const timed = clock?.timed ?? [];
  const before = (clock?.ended ?? []).filter((name) => name !== stage && !ahead.includes(name));
  return {
    stage,
    work: workOf(stage, size),
    done: {},
    ended: before,
    ahead,
    size,
    timed,
    activity: null,
    last: now,
    heldSince: null,
  };
}

/** What has no units of its own is done at the end: the measuring after a training, and an evaluation as a whole. */
function ended(clock: Clock, now: number): Clock {
  const { stage, work, done, size } = clock;
  const measure = work.find(({ kind }) => kind === 'measure');
  const after = measure && done.measure === undefined ? worked(clock, 'measure', measure.units, now) : clock;
  const whole = workOf(stage, size).find(({ kind }) => kind === 'evaluation');
  const seconds = after.timed
    .filter((one) => one.stage === stage && one.kind !== 'start')
    .reduce((sum, { pace }) => sum + totalOf(pace).seconds, 0);
  return {
    ...after,
    ended: [...clock.ended, stage],
    done: Object.fromEntries(work.map(({ kind, units }) => [kind, units])),
    timed: whole ? timedAlso(after.timed, stage, whole, seconds) : after.timed,
  };
}

function workIn(items: Readonly<Partial<Record<EvaluationPart, number>>>): Work[] {
  return evaluationParts.full.flatMap((kind) => {
    const units = items[kind];
    return units === undefined ? [] : [{ kind, units }];
  });
}

function released(clock: Clock, now: number): Clock {
  const { heldSince, last } = clock;
  return heldSince === null ? clock : { ...clock, heldSince: null, last: last + now - heldSince };
}

/** No steps are left; one more look is. */
function stopping(clock: Clock): Clock {
  const { step = 0, look } = clock.done;
  const looks = look === undefined ? 0 : look + 1;
  return withUnits(withUnits(clock, 'step', step), 'look', looks);
}

function progressed(clock: Clock, event: WorkEvent, now: number): Clock {
  const { stage, size, done } = clock;
  switch (event.kind) {
    case 'activity':
      return { ...clock, activity: event.activity };
    case 'step': {
      const batch = batchOf(stage, size);
      const sized = withUnits(clock, 'step', event.steps * batch);
      return worked(sized, 'step', event.step * batch - (done.step ?? 0), now);
    }
    case 'resumed': {
      const step = event.step * batchOf(stage, size);
      return { ...clock, done: { ...done, step, look: event.probes.length } };
    }
    case 'probe':
      return worked(clock, 'look', 1, now);
    case 'label':
      return worked(withUnits(clock, 'block', event.blocks), 'block', event.block - (done.block ?? 0), now);
    case 'planned':
      return {
        ...clock,
        work: [...clock.work.filter(({ kind }) => kind === 'start'), ...workIn(event.items)],
      };
    case 'evaluate': {
      const { start: _, ...items } = done;
      const before = Object.values(items).reduce((sum, units) => sum + units, 0);
      return worked(clock, event.part, event.done - before, now);
    }
    case 'checkpoint':
    case 'read':
    case 'write':
    case 'save':
      return clock;
  }
}

/** Blocks in a training step. */
function batchOf(stage: StageName, { settings }: RunSize): number {
  return settings[isTrained(stage) ? stage : 'unlearn'].batch;
}

/** What was only estimated of a kind of work is now known. */
function withUnits(clock: Clock, kind: WorkKind, units: number): Clock {
  return { ...clock, work: clock.work.map((one) => (one.kind === kind ? { kind, units } : one)) };
}

/**
 * `units` more were done, in the time since the last. The first of a stage ends its start, which takes the time: until
 * then it has compiled. While it is held, a step that was let through is not timed.
 */
function worked(clock: Clock, kind: WorkKind, units: number, now: number): Clock {
  const { stage, done, heldSince, last, work, timed } = clock;
  const starts = work.some((one) => one.kind === 'start') && done.start === undefined;
  const counted = starts ? ({ kind: 'start', units: 1 } as const) : { kind, units };
  return {
    ...clock,
    done: { ...done, ...(starts ? { start: 1 } : {}), [kind]: (done[kind] ?? 0) + units },
    timed: heldSince === null ? timedAlso(timed, stage, counted, now - last) : timed,
    activity: null,
    last: heldSince ?? now,
  };
}

function timedAlso(
  timed: readonly Timed[],
  stage: StageName,
  { kind, units }: Work,
  seconds: number,
): Timed[] {
  const isSame = (one: Timed): boolean => one.stage === stage && one.kind === kind;
  const pace = paced(timed.find(isSame)?.pace ?? [], units, seconds);
  return [...timed.filter((one) => !isSame(one)), { stage, kind, pace }];
}
