/** How long a unit of each kind of work takes on this device. */
import type { StageName } from '../../../pipeline/stage';
import type { Timed } from './clock';
import { secondsPerUnit, spanOf, timesIn } from './pace';
import { typicalCost, type WorkKind } from './work';

/** What a run on this device has measured. */
export interface Rate {
  readonly stage: StageName;
  readonly kind: WorkKind;
  /** per unit */
  readonly seconds: number;
}

/** Seconds per unit of a kind of work of a stage; null if nothing like it was timed. */
export type CostOf = (stage: StageName, kind: WorkKind) => number | null;

/** Times after which a mean is trusted. Of rare work, any time is better than none. */
const ENOUGH = 3;
const rare: readonly WorkKind[] = ['start', 'look', 'measure', 'evaluation'];

/**
 * What this run measured itself; else what former runs measured, if the device were as busy as now; else what is typical
 * beside what was measured of other work. Compiling says nothing about other work.
 */
export function costsOf(timed: readonly Timed[], former: readonly Rate[]): CostOf {
  const own = ratesOf(timed);
  const works = timed.filter(({ kind, pace }) => kind !== 'start' && isTrusted({ kind, pace }));
  const busier = slowness(works, (one) => find(former, one)) ?? 1;
  const block = slowness(works, ({ kind }) => typicalCost[kind]) ?? typicalBlock(former);
  return (stage, kind) => {
    const before = find(former, { stage, kind });
    return (
      find(own, { stage, kind }) ??
      (before === null ? null : before * busier) ??
      (block === null ? null : block * typicalCost[kind])
    );
  };
}

/** What a run measured. */
export function ratesOf(timed: readonly Timed[]): Rate[] {
  return timed.flatMap(({ stage, kind, pace }) => {
    const seconds = isTrusted({ kind, pace }) ? secondsPerUnit(pace) : null;
    return seconds === null ? [] : [{ stage, kind, seconds }];
  });
}

/** The rates to keep: the new ones, and former ones of other work. */
export function joinRates(former: readonly Rate[], rates: readonly Rate[]): Rate[] {
  return [...rates, ...former.filter((one) => find(rates, one) === null)];
}

function find(rates: readonly Rate[], { stage, kind }: Pick<Rate, 'stage' | 'kind'>): number | null {
  return rates.find((one) => one.stage === stage && one.kind === kind)?.seconds ?? null;
}

function isTrusted({ kind, pace }: Pick<Timed, 'kind' | 'pace'>): boolean {
  return timesIn(pace) >= (rare.includes(kind) ? 1 : ENOUGH);
}

/** How long the work took, over how long it takes at `expected` a unit; null if none is to be compared. */
function slowness(works: readonly Timed[], expected: (one: Timed) => number | null): number | null {
  let [took, all] = [0, 0];
  for (const one of works) {
    const cost = expected(one);
    const { units, seconds } = spanOf(one.pace);
    if (cost === null) continue;
    took += seconds;
    all += units * cost;
  }
  return all > 0 ? took / all : null;
}

/** Seconds of a block of a training step, by the middle of the rates. */
function typicalBlock(rates: readonly Rate[]): number | null {
  const blocks = rates
    .filter(({ kind }) => kind !== 'start')
    .map(({ kind, seconds }) => seconds / typicalCost[kind])
    .sort((a, b) => a - b);
  return blocks[Math.floor(blocks.length / 2)] ?? null;
}
