/**
 * Krippendorff’s alpha: agreement beyond chance, for any number of annotators and missing answers.
 * K. Krippendorff, “Computing Krippendorff’s alpha-reliability”, 2011: α = 1 − observed / expected disagreement.
 */
import { groupBy } from '../../base/group';
import type { Vote } from './vote';

/** Above this, the annotation is reliable. */
export const RELIABLE = 0.8;
/** Above this, it allows tentative conclusions. */
export const TENTATIVE = 0.667;

/** Squared difference between two labels. */
type Distance = (a: string, b: string) => number;
/** How often each label was given. */
type Counts = ReadonlyMap<string, number>;

/** Labels are equal or not. null if no task has two votes; 1 if only one label was given. */
export function alphaNominal(votes: readonly Vote[]): number | null {
  return alpha(votes, () => (a, b) => Number(a !== b));
}

/**
 * Labels have an order, `scale`, lowest first: two labels are as far apart as there are votes between them,
 * δ(c, k) = (Σ from c to k of n − (n_c + n_k) / 2)². Votes with a label that is not on the scale do not count.
 */
export function alphaOrdinal(votes: readonly Vote[], scale: readonly string[]): number | null {
  const onScale = votes.filter(({ label }) => scale.includes(label));
  return alpha(onScale, (counts) => (a, b) => {
    const n = (label: string): number => counts.get(label) ?? 0;
    const [low, high] = [scale.indexOf(a), scale.indexOf(b)].sort((x, y) => x - y);
    const between = scale.slice(low, (high ?? 0) + 1).reduce((sum, label) => sum + n(label), 0);
    return (between - (n(a) + n(b)) / 2) ** 2;
  });
}

function alpha(votes: readonly Vote[], distanceFor: (counts: Counts) => Distance): number | null {
  const byTask = groupBy(votes, ({ task }) => task);
  const paired = [...byTask.values()].filter((answers) => answers.length >= 2);
  if (paired.length === 0) return null;
  const counts = countLabels(paired.flat());
  if (counts.size === 1) return 1;
  const distance = distanceFor(counts);
  const total = paired.reduce((sum, { length }) => sum + length, 0);
  const observed = paired.reduce((sum, task) => sum + disagreement(countLabels(task), distance), 0);
  return 1 - observed / disagreement(counts, distance);

  /** Mean distance of two different votes, times the number of votes, per vote of all. */
  function disagreement(of: Counts, between: Distance): number {
    const n = [...of.values()].reduce((sum, count) => sum + count, 0);
    let sum = 0;
    for (const [a, na] of of) for (const [b, nb] of of) sum += na * nb * between(a, b);
    return sum / (n - 1) / total;
  }
}

function countLabels(votes: readonly Vote[]): Counts {
  return new Map([...groupBy(votes, ({ label }) => label)].map(([label, { length }]) => [label, length]));
}
