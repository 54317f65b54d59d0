/** Which aggregation the data support: every parameter that a method estimates needs enough votes. */
import { groupBy } from '../../base/group';
import { dawidSkene, oneCoinDawidSkene } from './dawid-skene';
import { majority } from './majority';
import type { AggregationMethod } from './names';
import type { Aggregate, Vote } from './vote';

export const aggregationMethods: Readonly<Record<AggregationMethod, Aggregate>> = {
  majority,
  'one-coin': oneCoinDawidSkene,
  'dawid-skene': dawidSkene,
};

/** A worker with too few votes for a method. */
interface Shortage {
  readonly worker: string;
  readonly has: number;
  readonly needs: number;
}

export interface Advice {
  /** The richest method that the data support. */
  readonly method: AggregationMethod;
  /** Per richer method, the workers with too few votes. Empty lists: fewer than three workers on shared tasks. */
  readonly tooFew: Readonly<Partial<Record<AggregationMethod, readonly Shortage[]>>>;
}

/** If two workers disagree, there is no evidence who is right. */
const FEWEST_WORKERS = 3;

/**
 * Votes needed of each worker: K² for the full model (the size of a confusion matrix), K for one coin. Only tasks with
 * two or more votes count; the others say nothing about their workers.
 */
export function advise(votes: readonly Vote[], K: number): Advice {
  const byTask = groupBy(votes, ({ task }) => task);
  const shared = [...byTask.values()].filter((answers) => answers.length >= 2).flat();
  const counts = new Map(votes.map(({ worker }) => [worker, 0]));
  for (const { worker } of shared) counts.set(worker, (counts.get(worker) ?? 0) + 1);
  const short = (needs: number): Shortage[] =>
    [...counts].flatMap(([worker, has]) => (has < needs ? [{ worker, has, needs }] : []));
  const [coin, full] = [short(K), short(K * K)];
  const hasCrowd = [...counts.values()].filter((n) => n > 0).length >= FEWEST_WORKERS;
  if (!hasCrowd || coin.length > 0) {
    return { method: 'majority', tooFew: { 'one-coin': coin, 'dawid-skene': full } };
  }
  if (full.length > 0) return { method: 'one-coin', tooFew: { 'dawid-skene': full } };
  return { method: 'dawid-skene', tooFew: {} };
}
