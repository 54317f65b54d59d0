/** The states of a queue’s items for one annotator, in the queue’s order, followed decision by decision in O(log n). */
import { RankedSet } from '../../base/ranked-set';
import type { ItemState, QueueProgress } from '../../review/queue';
import type { Item } from '../../review/task';
import { placesIn } from './session-facts';

export class QueueStates {
  /** Number of items in each state. */
  progress = $state.raw<QueueProgress>({ open: 0, partial: 0, decided: 0 });

  readonly #places: ReadonlyMap<string, number>;
  readonly #states: ItemState[];
  readonly #undecided: RankedSet;

  constructor(order: readonly Pick<Item<unknown, unknown>, 'id'>[], stateOf: (id: string) => ItemState) {
    this.#places = placesIn(order);
    this.#states = order.map(() => 'open');
    this.#undecided = new RankedSet(order.length);
    order.forEach((_, place) => {
      this.#undecided.set(place, true);
    });
    this.progress = { open: order.length, partial: 0, decided: 0 };
    this.set(order.map(({ id }) => [id, stateOf(id)]));
  }

  set(changes: readonly (readonly [id: string, state: ItemState])[]): void {
    const progress = { ...this.progress };
    for (const [id, state] of changes) {
      const place = this.placeOf(id);
      const before = this.#states[place];
      if (before === undefined) continue;
      progress[before] -= 1;
      progress[state] += 1;
      this.#states[place] = state;
      this.#undecided.set(place, state !== 'decided');
    }
    this.progress = progress;
  }

  /** Number of items that are not decided. */
  get left(): number {
    return this.progress.open + this.progress.partial;
  }

  /** An item’s place in the queue; −1 if it is not in it. */
  placeOf(id: string | null): number {
    return id === null ? -1 : (this.#places.get(id) ?? -1);
  }

  /** The place of the k-th undecided item, from 0; null if there are no more than k. */
  placeOfUndecided(k: number): number | null {
    return k < this.left ? this.#undecided.at(k) : null;
  }

  /** How many undecided items come before a place. */
  undecidedBefore(place: number): number {
    return Math.min(this.#undecided.before(place), this.left);
  }

  isUndecided(place: number): boolean {
    return this.undecidedBefore(place + 1) > this.undecidedBefore(place);
  }

  /** The place of the next undecided item after this place, or else the first one; null if there is no other. */
  nextUndecided(place: number): number | null {
    const next = this.left > 0 ? this.#undecided.after(place) : null;
    return next === place ? null : next;
  }
}
