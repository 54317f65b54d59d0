/** Changes the items of a review without losing answers. */
import type { Review } from './review';
import type { Item } from './task';

/**
 * The review with other items. Items with decisions, and golden ones, are kept, and so are the golden answers of the
 * others. Undo works as before.
 */
export function withItems<D, A>(review: Review<D, A>, items: readonly Item<D, A>[]): Review<D, A> {
  const before = new Map(review.items.map((item) => [item.id, item]));
  const fresh = new Set(items.map(({ id }) => id));
  const stay = review.items.filter(
    ({ id, golden }) => !fresh.has(id) && (golden !== null || review.decisions.on(id).length > 0),
  );
  const next = items.map((item) => {
    const golden = before.get(item.id)?.golden ?? null;
    return golden === null ? item : { ...item, golden };
  });
  return { ...review, items: [...next, ...stay] };
}

/** The review with a golden answer of an item; null removes it. Items are not part of undo. */
export function withGolden<D, A>(review: Review<D, A>, id: string, golden: A | null): Review<D, A> {
  return { ...review, items: review.items.map((item) => (item.id === id ? { ...item, golden } : item)) };
}
