/** One person at work on one queue: what is asked now, what was decided, where it is kept. */
import type { AggregationMethod } from '../../review/aggregate/advice';
import type { Form } from '../../review/exchange/form';
import { mergeImported, type Imported, type Merged } from '../../review/exchange/imported';
import { withGolden, withItems } from '../../review/items';
import { leastCertainFirst, type ItemState } from '../../review/queue';
import { resolve } from '../../review/resolve';
import {
  decide,
  keyOf,
  redo,
  startReview,
  undo,
  withdraw,
  type Decision,
  type Review,
} from '../../review/review';
import { itemsToKeep, restoreReview, saveDecisions, saveItems, type MadeItems } from '../../review/saved';
import type { Item, ReasonCode, ReviewTask } from '../../review/task';
import { autosave, type SaveState } from './autosave';
import type { ReviewStore } from './review-store';
import { byId, disputedIds, idsOf, isSameList, itemsKey, timestamp } from './session-facts';

/** Who decides, as what. */
export type Role = Decision<unknown>['role'];

/** Milliseconds of quiet after which what is derived from a review is made anew. */
const QUIET = 250;

/** A queue as it was when it changed. */
interface ToSave<D, A> {
  readonly key: string | null;
  readonly review: Review<D, A>;
  readonly made: MadeItems;
}

export class ReviewSession<D, A> {
  review = $state.raw<Review<D, A>>(startReview([]));
  /** The review a moment after the last change, for what takes longer than a key may take. */
  settled = $state.raw<Review<D, A>>(startReview([]));
  /** Id of the item that is shown. */
  current = $state<string | null>(null);
  annotator = $state('me');
  role = $state<Role>('annotator');
  method = $state<AggregationMethod>('majority');
  saveState = $state<SaveState>('saved');
  /** Why and what else, for the next decision about the item that is shown. */
  reason = $state<ReasonCode | null>(null);
  comment = $state('');

  readonly #items = $derived(this.review.items);
  /** Least certain first. */
  readonly order = $derived(leastCertainFirst(this.#items));
  readonly #byId = $derived(byId(this.#items));
  readonly item = $derived(this.current === null ? null : (this.#byId.get(this.current) ?? null));
  readonly decision = $derived(this.item && this.decisionOn(this.item.id));
  /** The answer as it stands: decided, else what others decided (for an adjudicator), else suggested. */
  readonly answer = $derived(this.item && this.answerTo(this.item));
  readonly progress = $derived.by(() => {
    const progress = { open: 0, partial: 0, decided: 0 };
    for (const { id } of this.#items) progress[this.stateOf(id)] += 1;
    return progress;
  });

  #made: MadeItems = { first: idsOf([]), now: idsOf([]) };
  /** Whole items as they were saved last, and of which queue. */
  #kept: { readonly key: string; readonly items: readonly Item<D, A>[] } | null = null;
  #key: string | null = null;
  #shownAt = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #save: (valueOf: () => ToSave<D, A>) => void;

  constructor(
    readonly task: ReviewTask<D, A>,
    readonly form: Form<D, A>,
    private readonly store: ReviewStore,
  ) {
    this.#save = autosave(
      (state) => this.#write(state),
      (state) => (this.saveState = state),
    );
  }

  /** Opens the queue of these items with what was kept under `key`. */
  async open(key: string, items: readonly Item<D, A>[]): Promise<void> {
    this.#key = key;
    this.#made = { first: idsOf(items), now: idsOf(items) };
    this.#set(startReview(items));
    const load = (name: string): Promise<unknown> => this.store.load(name).catch(() => undefined);
    const kept = { items: await load(itemsKey(key)), decisions: await load(key) };
    if (this.#key !== key) return;
    this.#set(restoreReview(this.form, this.review, kept));
    this.#kept = { key, items: itemsToKeep(this.review, this.#made) };
    this.show(this.nextOpen() ?? this.order[0]?.id ?? null);
  }

  /** Other items under the same key, such as another threshold’s. What was decided stays. */
  replaceItems(items: readonly Item<D, A>[]): void {
    this.#made = { ...this.#made, now: idsOf(items) };
    this.#set(withItems(this.review, items));
    if (!this.item) this.show(this.nextOpen() ?? this.order[0]?.id ?? null);
  }

  show(id: string | null): void {
    this.current = id;
    this.#shownAt = performance.now();
    this.reason = this.decision?.reason ?? null;
    this.comment = this.decision?.comment ?? '';
  }

  decisionOn(item: string): Decision<A> | null {
    const { annotator, role } = this;
    return this.review.decisions.get(keyOf({ item, annotator, role })) ?? null;
  }

  stateOf(item: string): ItemState {
    const decision = this.decisionOn(item);
    if (!decision) return 'open';
    return this.task.isComplete(decision.answer) ? 'decided' : 'partial';
  }

  /** Records an answer to the item that is shown. */
  put(answer: A): void {
    const { item, annotator, role, reason, comment } = this;
    if (!item) return;
    const before = this.decision;
    const leadTime = before?.leadTime ?? Math.round(performance.now() - this.#shownAt) / 1000;
    const at = timestamp();
    this.take({ item: item.id, annotator, role, answer, reason, comment, leadTime, at });
  }

  /** Records decisions, together one step of undo. */
  take(...decisions: readonly Decision<A>[]): void {
    if (decisions.length > 0) this.#changed(decide(this.review, ...decisions));
  }

  /** Reason and comment join the decision if there is one; else they wait for it. */
  remark(remark: { readonly reason?: ReasonCode | null; readonly comment?: string }): void {
    if (remark.reason !== undefined) this.reason = remark.reason;
    if (remark.comment !== undefined) this.comment = remark.comment;
    if (this.decision) this.take({ ...this.decision, reason: this.reason, comment: this.comment });
  }

  /** Takes the decision about the item that is shown away. */
  reopen(): void {
    if (this.decision) this.#changed(withdraw(this.review, this.decision));
  }

  /** Accepts the answer as it stands. false if there is nothing to accept. */
  accept(): boolean {
    if (this.answer === null) return false;
    this.put(this.task.accept(this.answer));
    return true;
  }

  /** The next item that is not decided, from the one shown on, among `order`; null if all are. */
  nextOpen(order: readonly Item<D, A>[] = this.order): string | null {
    const at = order.findIndex(({ id }) => id === this.current);
    const rest = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))];
    return rest.find(({ id }) => this.stateOf(id) !== 'decided')?.id ?? null;
  }

  undo(): void {
    this.#goBack(this.review.done.at(-1), undo(this.review));
  }

  redo(): void {
    this.#goBack(this.review.undone.at(-1), redo(this.review));
  }

  setGolden(id: string, golden: A | null): void {
    this.#changed(withGolden(this.review, id, golden));
  }

  merge(imported: Imported<D, A>): Merged<D, A> {
    const merged = mergeImported(this.review, imported);
    this.#changed(merged.review);
    return merged;
  }

  /** Items that annotators disagree about, and those an adjudicator has decided. */
  disputed(): Item<D, A>[] {
    const ids = disputedIds(this.task, this.review);
    return this.order.filter(({ id }) => ids.has(id));
  }

  /** The answer to an item as it stands, see `answer`. */
  answerTo(item: Item<D, A>): A | null {
    const decided = this.decisionOn(item.id)?.answer;
    if (decided !== undefined) return decided;
    const suggested = item.suggestion?.answer ?? null;
    if (this.role === 'annotator') return suggested;
    const alone = { ...this.review, items: [{ ...item, golden: null }] };
    return resolve(this.task, alone, this.method).get(item.id)?.answer ?? suggested;
  }

  /** After undo and redo the item that changed is shown. */
  #goBack(changes: Review<D, A>['done'][number] | undefined, review: Review<D, A>): void {
    const [first] = changes ?? [];
    if (!first) return;
    this.#changed(review);
    const item = (first.after ?? first.before)?.item ?? null;
    this.show(changes?.length === 1 ? item : this.current);
  }

  #changed(review: Review<D, A>): void {
    if (review === this.review) return;
    this.review = review;
    const state = { key: this.#key, review, made: this.#made };
    this.#save(() => state);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.settled = this.review), QUIET);
  }

  /** Items before decisions, which nobody could place without them. Thousands of items stay as they are at most keys. */
  async #write({ key, review, made }: ToSave<D, A>): Promise<void> {
    if (key === null) return;
    const items = itemsToKeep(review, made);
    if (this.#kept?.key !== key || !isSameList(items, this.#kept.items)) {
      await this.store.save(itemsKey(key), saveItems(this.form, items));
      this.#kept = { key, items };
    }
    await this.store.save(key, saveDecisions(review));
  }

  #set(review: Review<D, A>): void {
    clearTimeout(this.#timer);
    this.review = review;
    this.settled = review;
  }
}
