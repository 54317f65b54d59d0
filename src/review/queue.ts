/** An annotator’s queue: the least certain items first, their progress, and what can be accepted in bulk. */
import { decisionOf, type Decision, type Review } from './review';
import type { Item, ReviewTask } from './task';

export type ItemState = 'open' | 'partial' | 'decided';

/** `partial`: changed only by a decision about another item. */
function stateOf<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  item: string,
  annotator: string,
): ItemState {
  const decision = decisionOf(review, item, annotator);
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

/** The items that this annotator has not decided yet, least certain first. */
export function openItems<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  annotator: string,
): Item<D, A>[] {
  return leastCertainFirst(
    review.items.filter(({ id }) => stateOf(task, review, id, annotator) !== 'decided'),
  );
}

export type QueueProgress = Readonly<Record<ItemState, number>>;

/** Number of items in each state for this annotator. */
export function progressOf<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  annotator: string,
): QueueProgress {
  const progress = { open: 0, partial: 0, decided: 0 };
  for (const { id } of review.items) progress[stateOf(task, review, id, annotator)] += 1;
  return progress;
}

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
    if (stateOf(task, review, id, annotator) !== 'open') return [];
    const answer = task.accept(suggestion.answer);
    return [
      { item: id, annotator, role: 'annotator', answer, reason: null, comment: '', leadTime: null, at },
    ];
  });
}
