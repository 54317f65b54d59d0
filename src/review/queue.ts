/** An annotator’s queue: the least certain items first, their states, and what can be accepted in bulk. */
import type { DecisionKey } from './decisions';
import type { Decision, Review } from './review';
import type { Item, ReviewTask } from './task';

export type ItemState = 'open' | 'partial' | 'decided';

/** `partial`: changed only by a decision about another item. */
export function stateOf<D, A>(task: ReviewTask<D, A>, review: Review<D, A>, who: DecisionKey): ItemState {
  const decision = review.decisions.find(who);
  if (!decision) return 'open';
  return task.isComplete(decision.answer) ? 'decided' : 'partial';
}

/** 0 … 1; 0 for an item without a suggestion. */
export function certaintyOf<D, A>({ suggestion }: Item<D, A>): number {
  return suggestion?.certainty ?? 0;
}

/** Items, least certain first, ties in their order. Golden items are mixed in and look like the others. */
export function leastCertainFirst<D, A>(items: readonly Item<D, A>[]): Item<D, A>[] {
  return items.toSorted((a, b) => certaintyOf(a) - certaintyOf(b));
}

/** Number of items in each state. */
export type QueueProgress = Readonly<Record<ItemState, number>>;

/**
 * Decisions that accept every untouched suggestion at least as certain as `threshold`, for one step of `decide`.
 * Golden items still have to be answered: accepted unread, they would measure nothing.
 */
export function acceptOver<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  threshold: number,
  { annotator, at }: Pick<Decision<A>, 'annotator' | 'at'>,
): Decision<A>[] {
  return review.items.flatMap((item): Decision<A>[] => {
    const { id, suggestion, golden } = item;
    if (suggestion === null || golden !== null || suggestion.certainty < threshold) return [];
    if (stateOf(task, review, { item: id, annotator, role: 'annotator' }) !== 'open') return [];
    const answer = task.accept(suggestion.answer);
    return [
      { item: id, annotator, role: 'annotator', answer, reason: null, comment: '', leadTime: null, at },
    ];
  });
}
