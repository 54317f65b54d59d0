/**
 * What people are asked. Lethe asks three things (anchors, language, evaluation: one file each in tasks/); what they
 * have in common is here, so that queue, votes and exchange are written once.
 */

import type { v } from '../base/schema';

export type TaskKind = 'anchors' | 'language' | 'evaluation';

/** What the machine proposes. It is kept apart from what people decide, and stays as it was. */
export interface Suggestion<A> {
  readonly answer: A;
  /** 0 … 1, how sure the machine is. */
  readonly certainty: number;
  /** Who proposed it, such as a model’s name. */
  readonly by: string;
}

/** One question of a queue: `D` is what is shown, `A` what is answered. */
export interface Item<D, A> {
  /** The same in every export and import. */
  readonly id: string;
  readonly data: D;
  readonly suggestion: Suggestion<A> | null;
  /** The right answer where it is known, to measure annotators by. */
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

/** Why somebody decided as they did. */
export type ReasonCode = (typeof reasonCodes)[number];

/** How a task’s answers become votes and votes become an answer. */
export interface ReviewTask<D, A> {
  readonly kind: TaskKind;
  /** Labels that votes have, lowest first if they are ordered. */
  readonly labels: readonly string[];
  /** Whether the labels are ordered, so that neighbours disagree less. */
  readonly isOrdinal: boolean;
  readonly reasons: readonly ReasonCode[];
  /** What an answer from outside has to look like. */
  readonly shape: v.GenericSchema<unknown, A>;
  /** The suggestion as the answer of somebody who agrees with it. */
  accept(suggested: A): A;
  /** An answer as a suggestion: nothing of it is decided. */
  propose(answer: A): A;
  /** false while something of the item still has to be answered. */
  isComplete(answer: A): boolean;
  /** What is voted on in an item: one question, or one for each span that anybody proposed. */
  questions(item: Item<D, A>, answers: readonly A[]): readonly string[];
  /** The label that an answer gives to a question; null if it leaves it open. */
  vote(item: Item<D, A>, question: string, answer: A): string | null;
  /** The answer with the winning labels; what labels do not say comes from most of the `answers` that won. */
  combine(item: Item<D, A>, answers: readonly A[], winners: ReadonlyMap<string, string>): A;
}

/** The value that most have; the first of equals. null of nothing. */
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
  const most = Math.max(...entries.map(({ count }) => count));
  return entries.find(({ count }) => count === most)?.value ?? null;
}
