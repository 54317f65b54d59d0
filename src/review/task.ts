/**
 * The interface of a review task. There are three (anchors, language, evaluation: one file each in tasks/); a common
 * interface lets queue, votes and exchange be written once.
 */

import type { v } from '../base/schema';

export type TaskKind = 'anchors' | 'language' | 'evaluation';

/** A machine’s suggestion. It is separate from decisions, and never changed. */
export interface Suggestion<A> {
  readonly answer: A;
  /** Certainty of the machine, 0 … 1. */
  readonly certainty: number;
  /** Who proposed it, such as a model’s name. */
  readonly by: string;
}

/** One item of a queue: `D` is what is shown, `A` the answer. */
export interface Item<D, A> {
  /** Identical in every export and import. */
  readonly id: string;
  readonly data: D;
  readonly suggestion: Suggestion<A> | null;
  /** The right answer, if known, to measure annotators’ accuracy. */
  readonly golden: A | null;
}

export const reasonCodes = [
  'common-word',
  'wrong-boundary',
  'wrong-kind',
  'wrong-translation',
  'missed',
  'names-the-text',
  'ungrammatical',
  'out-of-place',
  'unique-detail',
  'typical-theme',
  'lucky-guess',
  'other',
] as const;

/** The reason for a decision. */
export type ReasonCode = (typeof reasonCodes)[number];

/** How a task converts answers to votes, and votes to an answer. */
export interface ReviewTask<D, A> {
  readonly kind: TaskKind;
  /** Labels of votes, lowest first if they are ordered. */
  readonly labels: readonly string[];
  /** Whether the labels are ordered, so that neighbours disagree less. */
  readonly isOrdinal: boolean;
  readonly reasons: readonly ReasonCode[];
  /** The schema of imported answers. */
  readonly shape: v.GenericSchema<unknown, A>;
  /** Whether an answer of this shape can be about this data, as spans are only within their text. */
  fits(data: D, answer: A): boolean;
  /** The suggestion as an answer that agrees with it. */
  accept(suggested: A): A;
  /** An answer as a suggestion, with nothing decided. */
  propose(answer: A): A;
  /** false while part of the item still has to be answered. */
  isComplete(answer: A): boolean;
  /** The questions to vote on in an item: one, or one for each proposed span. */
  questions(item: Item<D, A>, answers: readonly A[]): readonly string[];
  /** The label that an answer gives to a question; null if it leaves it open. */
  vote(item: Item<D, A>, question: string, answer: A): string | null;
  /** The answer with the winning labels; the rest is the majority of the winning `answers`. */
  combine(item: Item<D, A>, answers: readonly A[], winners: ReadonlyMap<string, string>): A;
}

/** The most frequent value; ties go to the first. null for an empty list. */
export function mostFrequent<T>(
  values: readonly T[],
  keyOf: (value: T) => string = JSON.stringify,
): T | null {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const entry = counts.get(keyOf(value)) ?? { value, count: 0 };
    entry.count += 1;
    counts.set(keyOf(value), entry);
  }
  const entries = [...counts.values()];
  const [first] = entries;
  return first ? entries.reduce((best, one) => (one.count > best.count ? one : best), first).value : null;
}
