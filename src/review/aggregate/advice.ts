/** Which aggregation the data can bear: every number that a method estimates needs votes to estimate it from. */
import { groupBy } from '../../base/group';
import { dawidSkene, oneCoinDawidSkene } from './dawid-skene';
import { majority } from './majority';
import type { Aggregate, Vote } from './vote';

export type AggregationMethod = 'majority' | 'one-coin' | 'dawid-skene';

export const aggregationMethods: Readonly<Record<AggregationMethod, Aggregate>> = {
  majority,
  'one-coin': oneCoinDawidSkene,
  'dawid-skene': dawidSkene,
};

/** Too few votes of a worker for a method. */
interface Shortage {
  readonly worker: string;
  readonly has: number;
  readonly needs: number;
}

export interface Advice {
  /** The richest method that the data can bear. */
  readonly method: AggregationMethod;
  /** Per richer method, why not. Empty lists: there are fewer than three workers on shared tasks. */
  readonly tooFew: Readonly<Partial<Record<AggregationMethod, readonly Shortage[]>>>;
}

/** With two workers who disagree, nothing tells who is right. */
const FEWEST_WORKERS = 3;

/**
 * Votes each worker must have given: for the full model K² (a confusion matrix has that many numbers), for one coin K.
 * Only tasks with two votes or more count, for no others say anything about their workers.
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
