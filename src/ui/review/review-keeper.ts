/**
 * Keeps a review in a store. Every change of a decision is appended to a short part, so that saving one takes as long in
 * a queue of 50,000 as in one of 50; when the queue is opened, many parts become one whole.
 */
import type { Form } from '../../review/exchange/form';
import { keyOf, type DecisionChange } from '../../review/decisions';
import type { Decision, Review } from '../../review/review';
import {
  itemsToKeep,
  restoreReview,
  saveChanges,
  saveDecisions,
  saveItems,
  type MadeItems,
} from '../../review/saved';
import type { Item } from '../../review/task';
import type { KeyValue } from '../../store/key-value';
import { autosave, type SaveState } from '../browser/autosave';
import { idsOf, isSameList } from './session-facts';

type Changes<A> = readonly DecisionChange<Decision<A>>[];

/** Changes of one part: small enough to write again with each of them. */
const MOST_CHANGES = 64;
/** Parts that a queue may have when it is opened. */
const MOST_PARTS = 16;

const itemsKey = (key: string): string => `${key} items`;
const partsKey = (key: string): string => `${key} changes `;

export class ReviewKeeper<D, A> {
  readonly #save: (valueOf: () => void) => void;
  readonly #key: string;
  readonly #visit = Date.now().toString(36);
  #made: MadeItems;
  #review: Review<D, A>;
  /** Not yet written, by key; the last change of a decision counts. */
  #waiting = new Map<string, Changes<A>[number]>();
  /** The last change of each decision in this visit, by key. */
  readonly #last = new Map<string, Changes<A>[number]>();
  /** The part to write next, with what is on its way; null until the parts that exist are known. */
  #part: { readonly number: number; readonly changes: Changes<A> } | null = null;
  /**
   * The whole items last saved (null: unknown), those of the review then, and whether decisions since may have added some.
   */
  #kept: readonly Item<D, A>[] | null = [];
  #keptOf: readonly Item<D, A>[] = [];
  #isKeptOld = false;

  /** `review` has the items that the run makes. */
  constructor(
    private readonly form: Form<D, A>,
    private readonly store: KeyValue,
    { key, review }: { readonly key: string; readonly review: Review<D, A> },
    private readonly report: (state: SaveState) => void,
  ) {
    this.#key = key;
    this.#review = review;
    this.#made = { first: idsOf(review.items), now: idsOf(review.items) };
    this.#save = autosave<void>(() => this.#write(), report);
  }

  /** The review with everything that was saved, and decisions made meanwhile; what cannot be read is left out. */
  async restored(): Promise<Review<D, A>> {
    const { store, form } = this;
    const load = (name: string): Promise<unknown> => store.get(name).catch(() => undefined);
    const parts = await store.keys(partsKey(this.#key)).catch(() => []);
    const saved = {
      items: await load(itemsKey(this.#key)),
      decisions: await load(this.#key),
      changes: await Promise.all(parts.map(load)),
    };
    const review = restoreReview(form, this.#review, saved);
    this.#review = review;
    this.#kept = itemsToKeep(review, this.#made);
    this.#keptOf = review.items;
    if (parts.length > MOST_PARTS)
      void store
        .change({ put: { [this.#key]: saveDecisions(review) }, remove: parts })
        .catch(() => undefined);
    const last = Number.parseInt(parts.at(-1)?.slice(partsKey(this.#key).length) ?? '-1', 10);
    this.#part = { number: last + 1, changes: [] };
    if (this.#waiting.size > 0) this.#save(() => undefined);
    return review;
  }

  /** The run now makes these items. */
  remake(items: readonly Item<D, A>[]): void {
    this.#made = { ...this.#made, now: idsOf(items) };
  }

  /** Saves the review, of which these decisions have changed. */
  keep(review: Review<D, A>, changes: Changes<A>): void {
    this.#review = review;
    for (const change of changes) {
      this.#waiting.set(keyOf(change.who), change);
      this.#last.set(keyOf(change.who), change);
    }
    // A decided item that only this visit makes has to be kept whole from now on.
    const { first, now } = this.#made;
    if (changes.some(({ who: { item } }) => !first.has(item) && now.has(item))) this.#isKeptOld = true;
    if (this.#part) this.#save(() => undefined);
    else this.report('saving');
  }

  async #write(): Promise<void> {
    if (!this.#part) return;
    const { items } = this.#review;
    const waiting = this.#waiting;
    const part = { ...this.#part, changes: [...this.#part.changes, ...waiting.values()] };
    const before = this.#kept;
    const isOld = before === null || this.#isKeptOld || this.#keptOf !== items;
    const kept = isOld ? itemsToKeep(this.#review, this.#made) : before;
    const put = {
      [this.#nameOf(part.number)]: saveChanges(part.changes),
      ...(before && isSameList(kept, before) ? {} : { [itemsKey(this.#key)]: saveItems(this.form, kept) }),
    };
    // As if it were written: if the page is closed, the next write does not wait for the end of this one.
    this.#waiting = new Map();
    this.#part = part.changes.length < MOST_CHANGES ? part : { number: part.number + 1, changes: [] };
    [this.#kept, this.#keptOf, this.#isKeptOld] = [kept, items, false];
    try {
      await this.store.change({ put });
    } catch (error) {
      this.#kept = null;
      const still = [...waiting].filter(([key, change]) => this.#last.get(key) === change);
      this.#waiting = new Map([...still, ...this.#waiting]);
      throw error;
    }
  }

  /** Another visit never has the same name, even if it opened the queue before this one saved anything. */
  #nameOf(part: number): string {
    return `${partsKey(this.#key)}${String(part).padStart(6, '0')} ${this.#visit}`;
  }
}
