/**
 * An open review: saved with every change, with the states of its items for one annotator, and followed by `settled`,
 * for what is too slow to follow every change.
 */
import { untrack } from 'svelte';
import type { Form } from '../../review/exchange/form';
import { withItems } from '../../review/items';
import { leastCertainFirst, stateOf, type ItemState } from '../../review/queue';
import { startReview, type Change, type Decision, type Review } from '../../review/review';
import type { Item, ReviewTask } from '../../review/task';
import type { KeyValue } from '../../store/key-value';
import type { SaveState } from '../browser/autosave';
import { QueueStates } from './queue-states.svelte';
import { ReviewKeeper } from './review-keeper';
import { byId, disputedIds, idsOf } from './session-facts';
import { Settled } from './settled.svelte';

/** The annotator's role. */
export type Role = Decision<unknown>['role'];

export class OpenReview<D, A> {
  review = $state.raw<Review<D, A>>(startReview([]));
  annotator = $state('me');
  role = $state<Role>('annotator');
  saveState = $state<SaveState>('saved');
  /** whether the saved decisions have been read; before, it is not known what is left to decide */
  isOpen = $state(false);

  readonly items = $derived(this.review.items);
  /** Least certain first. */
  readonly order = $derived(leastCertainFirst(this.items));
  /** The state of every item for this annotator, in `order`. */
  readonly states = $derived.by(() => {
    const { task, order, annotator, role } = this;
    return untrack(
      () => new QueueStates(order, (item) => stateOf(task, this.review, { item, annotator, role })),
    );
  });
  readonly #byId = $derived(byId(this.items));
  /** The review, debounced. */
  readonly #settled = new Settled<Review<D, A>>(startReview([]));
  #disputed = $state.raw<ReadonlySet<string>>(idsOf([]));
  #keeper: ReviewKeeper<D, A> | null = null;
  #key: string | null = null;
  /** the items that the run makes */
  #made: readonly Item<D, A>[] = [];

  constructor(
    readonly task: ReviewTask<D, A>,
    readonly form: Form<D, A>,
    private readonly store: KeyValue,
  ) {}

  get settled(): Review<D, A> {
    return this.#settled.value;
  }

  get progress(): QueueStates['progress'] {
    return this.states.progress;
  }

  /** Items that annotators disagree about or an adjudicator has decided, as of the last `findDisputed`. */
  get disputed(): Item<D, A>[] {
    return this.order.filter(({ id }) => this.#disputed.has(id));
  }

  findDisputed(): void {
    this.#disputed = disputedIds(this.task, this.review);
  }

  itemOf(id: string | null): Item<D, A> | null {
    return id === null ? null : (this.#byId.get(id) ?? null);
  }

  decisionOn(item: string): Decision<A> | null {
    const { annotator, role } = this;
    return this.review.decisions.find({ item, annotator, role });
  }

  stateOf(item: string): ItemState {
    const { task, review, annotator, role } = this;
    return stateOf(task, review, { item, annotator, role });
  }

  /**
   * Opens the queue of these items with what is saved under `key`, unless it is open already: then only its items are
   * replaced. False if it was, or if another was opened meanwhile.
   */
  protected async load(key: string, items: readonly Item<D, A>[]): Promise<boolean> {
    if (key === this.#key) {
      this.remake(items);
      return false;
    }
    this.#key = key;
    this.#made = items;
    this.isOpen = false;
    const begun = startReview(items);
    const keeper = new ReviewKeeper(this.form, this.store, { key, review: begun }, (state) => {
      if (this.#keeper === keeper) this.saveState = state;
    });
    this.#keeper = keeper;
    this.saveState = 'saved';
    this.#set(begun);
    const restored = await keeper.restored();
    if (this.#keeper !== keeper) return false;
    this.#set(this.#made === items ? restored : withItems(restored, this.#made)); // replaced meanwhile
    this.isOpen = true;
    return true;
  }

  /** Replaces the items under the same key. Decisions stay. */
  protected remake(items: readonly Item<D, A>[]): void {
    this.#made = items;
    this.#keeper?.remake(items);
    this.#set(withItems(this.review, items));
  }

  /** Takes the review and saves it. `changes`: the decisions that differ. */
  protected change(review: Review<D, A>, changes: readonly Change<A>[]): void {
    if (review === this.review) return;
    this.review = review;
    this.#follow(changes.map(({ who }) => who));
    this.#keeper?.keep(review, changes);
    this.#settled.follow(review);
  }

  /** Takes a review with one more step, if it has one. */
  protected step(review: Review<D, A>): void {
    const isStep = review.done !== this.review.done;
    this.change(review, isStep ? (review.done.at(-1) ?? []) : []);
  }

  #set(review: Review<D, A>): void {
    this.review = review;
    this.#follow([...review.decisions]);
    this.#settled.set(review);
  }

  #follow(changed: readonly { readonly item: string }[]): void {
    this.states.set(changed.map(({ item }) => [item, this.stateOf(item)] as const));
  }
}
