/**
 * A review as an immutable value: items, the decisions about them, and the undo history. Every function returns a new
 * state, which shares nearly all of its memory with the one before.
 */
import { fail } from './errors';
import { perObject } from '../base/per-object';
import { isSame } from '../base/same';
import { Decisions, keyOf, type DecisionChange, type DecisionKey } from './decisions';
import type { Item, ReasonCode } from './task';

/** One annotator’s decision about one item. */
export interface Decision<A> extends DecisionKey {
  readonly answer: A;
  readonly reason: ReasonCode | null;
  readonly comment: string;
  /** Seconds spent on it; null if unknown. */
  readonly leadTime: number | null;
  /** When, ISO 8601; null if unknown. */
  readonly at: string | null;
}

/** How one step changed one decision; null: no decision. */
export interface Change<A> extends DecisionChange<Decision<A>> {
  readonly before: Decision<A> | null;
}

export interface Review<D, A> {
  readonly items: readonly Item<D, A>[];
  readonly decisions: Decisions<Decision<A>>;
  /** Steps for `undo`, the next one last. */
  readonly done: readonly (readonly Change<A>[])[];
  /** Steps for `redo`, the next one last. */
  readonly undone: readonly (readonly Change<A>[])[];
}

export function startReview<D, A>(items: readonly Item<D, A>[]): Review<D, A> {
  return { items, decisions: Decisions.of(), done: [], undone: [] };
}

/** This annotator’s decision about an item, or null. */
export function decisionOf<D, A>(
  { decisions }: Review<D, A>,
  item: string,
  annotator: string,
): Decision<A> | null {
  return decisions.find({ item, annotator, role: 'annotator' });
}

/**
 * Adds decisions, as one undo step. A later decision of the same annotator about the same item replaces the earlier
 * one; without a change there is no step. @throws LetheError review/unknown-item
 */
export function decide<D, A>(review: Review<D, A>, decisions: readonly Decision<A>[]): Review<D, A> {
  const known = idsOf(review.items);
  for (const { item } of decisions) if (!known.has(item)) fail('review/unknown-item', { item });
  return step(
    review,
    decisions.map((after) => ({ who: after, after })),
  );
}

/** Withdraws a decision, as one undo step. */
export function withdraw<D, A>(review: Review<D, A>, decision: Decision<A>): Review<D, A> {
  return step(review, [{ who: decision, after: null }]);
}

export function undo<D, A>(review: Review<D, A>): Review<D, A> {
  const last = review.done.at(-1);
  if (!last) return review;
  const decisions = review.decisions.with(last.map(({ who, before }) => ({ who, after: before })));
  return { ...review, decisions, done: review.done.slice(0, -1), undone: [...review.undone, last] };
}

export function redo<D, A>(review: Review<D, A>): Review<D, A> {
  const next = review.undone.at(-1);
  if (!next) return review;
  const decisions = review.decisions.with(next);
  return { ...review, decisions, done: [...review.done, next], undone: review.undone.slice(0, -1) };
}

function step<D, A>(review: Review<D, A>, wanted: readonly DecisionChange<Decision<A>>[]): Review<D, A> {
  const latest = new Map(wanted.map((change) => [keyOf(change.who), change]));
  const changes = [...latest.values()]
    .map(({ who, after }) => ({ who, after, before: review.decisions.find(who) }))
    .filter(({ before, after }) => !isSame(before, after));
  if (changes.length === 0) return review;
  return {
    ...review,
    decisions: review.decisions.with(changes),
    done: [...review.done, changes],
    undone: [],
  };
}

/** The ids of a list of items, collected once. */
const idsOf = perObject(
  (items: readonly Pick<Item<unknown, unknown>, 'id'>[]) => new Set(items.map(({ id }) => id)),
);
