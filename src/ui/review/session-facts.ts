/** Non-reactive functions of a session over a review. */
import { perObject } from '../../base/per-object';
import { conflictsOf } from '../../review/conflicts';
import type { Review } from '../../review/review';
import type { Item, ReviewTask } from '../../review/task';

export function byId<D, A>(items: readonly Item<D, A>[]): ReadonlyMap<string, Item<D, A>> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Ids of items that annotators disagree about or an adjudicator has decided. */
export function disputedIds<D, A>(task: ReviewTask<D, A>, review: Review<D, A>): ReadonlySet<string> {
  const final = [...review.decisions].filter(({ role }) => role === 'adjudicator');
  return new Set([...conflictsOf(task, review).map(({ item }) => item.id), ...final.map(({ item }) => item)]);
}

export function idsOf<D, A>(items: readonly Item<D, A>[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

/** The place of each item in a list. */
export const placesIn: (items: readonly Pick<Item<unknown, unknown>, 'id'>[]) => ReadonlyMap<string, number> =
  perObject((items) => new Map(items.map(({ id }, place) => [id, place])));

/** Whether two lists hold identical items in the same order. */
export function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

/** Now, ISO 8601. */
export function timestamp(): string {
  return new Date().toISOString();
}
