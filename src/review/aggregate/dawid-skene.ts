/**
 * Dawid–Skene: who is reliable and what is true are estimated together by expectation–maximisation.
 *
 * A. P. Dawid, A. M. Skene, “Maximum likelihood estimation of observer error-rates using the EM algorithm”, 1979: each
 * worker has a confusion matrix, P(answer k | truth c). One-coin (Y. Zhang et al., “Spectral methods meet EM”, 2016):
 * one number per worker, the accuracy s; all wrong labels are equally likely, (1 − s) / (K − 1).
 *
 * The details are Crowd-Kit’s: start from the shares of the votes, clip at 1e-10, stop after 100 rounds or when the
 * bound grows by less than 1e-5 per vote. Its bound counts the prior once per vote rather than once per task; since it
 * decides where to stop, it affects the result, and we do the same.
 */
import { largest } from '../../base/extremes';
import { pin, voteShares } from './majority';
import { tabulate, winnersOf, type Aggregated, type Golden, type Table, type Vote } from './vote';

const SMALLEST = 1e-10;
const MOST_ROUNDS = 100;
const TOLERANCE = 1e-5;

/** P(the worker answers k | the truth is c) = errors[worker][k · K + c]. */
type Errors = readonly Float64Array[];
/** Re-estimates the errors from the beliefs about each task, [tasks][K]. */
type Maximise = (table: Table, beliefs: readonly Float64Array[]) => Errors;

/** A confusion matrix per worker; needs many votes of each (see advice.ts). Golden tasks are pinned. */
export function dawidSkene(votes: readonly Vote[], golden?: Golden): Aggregated {
  return estimate(votes, golden, confusions);
}

/** One accuracy per worker. Golden tasks are pinned. */
export function oneCoinDawidSkene(votes: readonly Vote[], golden?: Golden): Aggregated {
  return estimate(votes, golden, coins);
}

function estimate(votes: readonly Vote[], golden: Golden | undefined, maximise: Maximise): Aggregated {
  const table = tabulate(votes, golden);
  let beliefs = voteShares(table);
  let [priors, errors] = [priorsOf(table, beliefs), maximise(table, beliefs)];
  let bound = -Infinity;
  for (let round = 0; round < MOST_ROUNDS && votes.length > 0; round++) {
    beliefs = pin(expect(table, priors, errors), table.golden);
    [priors, errors] = [priorsOf(table, beliefs), maximise(table, beliefs)];
    const next = boundOf(table, beliefs, priors, errors) / votes.length;
    if (next - bound < TOLERANCE) break;
    bound = next;
  }
  const skills = accuracies(table, beliefs);
  return {
    labels: table.labels,
    probabilities: new Map(table.tasks.map((task, t) => [task, [...(beliefs[t] ?? [])]])),
    winners: winnersOf(table, beliefs),
    skills: new Map(table.workers.map((worker, w) => [worker, skills[w] ?? 0])),
  };
}

/** The estimated frequency of each label, [K]. */
function priorsOf({ labels, tasks }: Table, beliefs: readonly Float64Array[]): Float64Array {
  const priors = new Float64Array(labels.length);
  for (const belief of beliefs) belief.forEach((p, c) => (priors[c] = (priors[c] ?? 0) + p / tasks.length));
  return priors.map((p) => Math.max(p, SMALLEST));
}

/** belief(task, c) ∝ prior(c) · ∏ over its votes of P(vote | c), in logarithms. */
function expect({ tasks, labels, votes }: Table, priors: Float64Array, errors: Errors): Float64Array[] {
  const K = labels.length;
  const logs = tasks.map(() => priors.map(Math.log));
  for (const { task, worker, label } of votes) {
    logs[task]?.forEach((sum, c, row) => (row[c] = sum + Math.log(errors[worker]?.[label * K + c] ?? 1)));
  }
  return logs.map((row) => {
    const top = largest(row);
    const weights = row.map((log) => Math.exp(log - top));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });
}

/** Full model: believed counts, clipped, then each column scaled to sum 1 over the labels that the worker used. */
function confusions({ labels, workers, votes }: Table, beliefs: readonly Float64Array[]): Errors {
  const K = labels.length;
  const counts = workers.map(() => new Float64Array(K * K));
  const used = workers.map(() => new Set<number>());
  for (const { task, worker, label } of votes) {
    const count = counts[worker];
    used[worker]?.add(label);
    beliefs[task]?.forEach((p, c) => count && (count[label * K + c] = (count[label * K + c] ?? 0) + p));
  }
  counts.forEach((count, w) => {
    for (let c = 0; c < K; c++) {
      const rows = [...(used[w] ?? [])].map((k) => k * K + c);
      const total = rows.reduce((sum, at) => sum + Math.max(count[at] ?? 0, SMALLEST), 0);
      for (const at of rows) count[at] = Math.max(count[at] ?? 0, SMALLEST) / total;
    }
  });
  return counts;
}

/** One-coin model: the accuracy on the diagonal, the rest shared equally by the other labels. */
function coins(table: Table, beliefs: readonly Float64Array[]): Errors {
  const K = table.labels.length;
  return accuracies(table, beliefs).map((skill) =>
    Float64Array.from({ length: K * K }, (_, at) => {
      const p = at % K === Math.floor(at / K) ? skill : (1 - skill) / (K - 1);
      return Math.min(Math.max(p, SMALLEST), 1 - SMALLEST);
    }),
  );
}

/** Per worker, the mean belief in their answers. */
function accuracies({ workers, votes }: Table, beliefs: readonly Float64Array[]): number[] {
  const sums = workers.map(() => ({ belief: 0, votes: 0 }));
  for (const { task, worker, label } of votes) {
    const sum = sums[worker];
    if (!sum) continue;
    sum.belief += beliefs[task]?.[label] ?? 0;
    sum.votes += 1;
  }
  return sums.map((sum) => sum.belief / sum.votes);
}

/** Evidence lower bound: expected log-likelihood of votes and truth, plus the entropy of the beliefs. */
function boundOf(
  { labels, votes }: Table,
  beliefs: readonly Float64Array[],
  priors: Float64Array,
  errors: Errors,
): number {
  const K = labels.length;
  let bound = 0;
  for (const { task, worker, label } of votes) {
    beliefs[task]?.forEach((p, c) => {
      bound += p * Math.log((errors[worker]?.[label * K + c] ?? 1) * (priors[c] ?? 1));
    });
  }
  for (const belief of beliefs) {
    for (const p of belief) bound -= Math.max(p, SMALLEST) * Math.log(Math.max(p, SMALLEST));
  }
  return bound;
}
