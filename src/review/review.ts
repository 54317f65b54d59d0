/**
 * A review as an immutable value: items, the decisions about them, and the undo history. Every function returns a new
 * state. The value is plain data (a Map and lists) and can be stored as it is.
 */
import { fail } from './errors';
import { isSame } from '../base/same';
import type { Item, ReasonCode } from './task';

/** One annotator’s decision about one item. */
export interface Decision<A> {
  /** The item’s id. */
  readonly item: string;
  /** The annotator’s id or name. */
  readonly annotator: string;
  /** An adjudicator’s decision is final; annotators’ are votes. */
  readonly role: 'annotator' | 'adjudicator';
  readonly answer: A;
  readonly reason: ReasonCode | null;
  readonly comment: string;
  /** Seconds spent on it; null if unknown. */
  readonly leadTime: number | null;
  /** When, ISO 8601; null if unknown. */
  readonly at: string | null;
}

/** How one step changed one decision; null: no decision. */
interface Change<A> {
  readonly key: string;
  readonly before: Decision<A> | null;
  readonly after: Decision<A> | null;
}

export interface Review<D, A> {
  readonly items: readonly Item<D, A>[];
  /** By `keyOf`. */
  readonly decisions: ReadonlyMap<string, Decision<A>>;
  /** Steps for `undo`, the next one last. */
  readonly done: readonly (readonly Change<A>[])[];
  /** Steps for `redo`, the next one last. */
  readonly undone: readonly (readonly Change<A>[])[];
}

export function startReview<D, A>(items: readonly Item<D, A>[]): Review<D, A> {
  return { items, decisions: new Map(), done: [], undone: [] };
}

/** One decision per item and annotator, and one final decision per item, by any adjudicator. */
export function keyOf({
  item,
  annotator,
  role,
}: Pick<Decision<unknown>, 'item' | 'annotator' | 'role'>): string {
  return JSON.stringify(role === 'adjudicator' ? [item] : [item, annotator]);
}

/** This annotator’s decision about an item, or null. */
export function decisionOf<D, A>(
  { decisions }: Review<D, A>,
  item: string,
  annotator: string,
): Decision<A> | null {
  return decisions.get(keyOf({ item, annotator, role: 'annotator' })) ?? null;
}

/**
 * Adds decisions, as one undo step. A later decision of the same annotator about the same item replaces the earlier
 * one; without a change there is no step. @throws LetheError review/unknown-item
 */
export function decide<D, A>(review: Review<D, A>, ...decisions: readonly Decision<A>[]): Review<D, A> {
  const known = new Set(review.items.map(({ id }) => id));
  for (const { item } of decisions) if (!known.has(item)) fail('review/unknown-item', { item });
  return step(
    review,
    decisions.map((after) => ({ key: keyOf(after), after })),
  );
}

/** Withdraws decisions, as one undo step. */
export function withdraw<D, A>(review: Review<D, A>, ...decisions: readonly Decision<A>[]): Review<D, A> {
  return step(
    review,
    decisions.map((decision) => ({ key: keyOf(decision), after: null })),
  );
}

export function undo<D, A>(review: Review<D, A>): Review<D, A> {
  const last = review.done.at(-1);
  if (!last) return review;
  const decisions = applied(review.decisions, last.toReversed(), ({ before }) => before);
  return { ...review, decisions, done: review.done.slice(0, -1), undone: [...review.undone, last] };
}

export function redo<D, A>(review: Review<D, A>): Review<D, A> {
  const next = review.undone.at(-1);
  if (!next) return review;
  const decisions = applied(review.decisions, next, ({ after }) => after);
  return { ...review, decisions, done: [...review.done, next], undone: review.undone.slice(0, -1) };
}

function step<D, A>(review: Review<D, A>, wanted: readonly Pick<Change<A>, 'key' | 'after'>[]): Review<D, A> {
  const latest = new Map(wanted.map((change) => [change.key, change]));
  const changes = [...latest.values()]
    .map((change) => ({ ...change, before: review.decisions.get(change.key) ?? null }))
    .filter(({ before, after }) => !isSame(before, after));
  if (changes.length === 0) return review;
  const decisions = applied(review.decisions, changes, ({ after }) => after);
  return { ...review, decisions, done: [...review.done, changes], undone: [] };
}

function applied<A>(
  decisions: ReadonlyMap<string, Decision<A>>,
  changes: readonly Change<A>[],
  sideOf: (change: Change<A>) => Decision<A> | null,
): Map<string, Decision<A>> {
  const next = new Map(decisions);
  for (const change of changes) {
    const decision = sideOf(change);
    if (decision) next.set(change.key, decision);
    else next.delete(change.key);
  }
  return next;
}
