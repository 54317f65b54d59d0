/** The rows of a list, of which only those in view are asked for. */
import type { Item } from '../../review/task';
import type { QueueStates } from './queue-states.svelte';
import { placesIn } from './session-facts';

export interface Rows<D, A> {
  readonly length: number;
  /** The rows from `start` to before `end`. */
  slice(start: number, end: number): readonly Item<D, A>[];
  /** The row of an item; −1 if it has none. */
  indexOf(id: string | null): number;
}

export function rowsOf<D, A>(items: readonly Item<D, A>[]): Rows<D, A> {
  return {
    length: items.length,
    slice: (start, end) => items.slice(start, end),
    indexOf: (id) => (id === null ? -1 : (placesIn(items).get(id) ?? -1)),
  };
}

/** The undecided items of a queue in its order. */
export function undecidedRows<D, A>(order: readonly Item<D, A>[], states: QueueStates): Rows<D, A> {
  const rowAt = (k: number): Item<D, A>[] => {
    const item = order[states.placeOfUndecided(k) ?? -1];
    return item ? [item] : [];
  };
  return {
    get length() {
      return states.left;
    },
    slice: (start, end) =>
      Array.from({ length: Math.max(0, Math.min(end, states.left) - start) }, (_, i) => start + i).flatMap(
        rowAt,
      ),
    indexOf(id) {
      const place = states.placeOf(id);
      return place >= 0 && states.isUndecided(place) ? states.undecidedBefore(place) : -1;
    },
  };
}
