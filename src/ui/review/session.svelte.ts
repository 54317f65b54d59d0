/** One annotator's work on one queue: the current item, the decisions, and their storage. */
import type { AggregationMethod } from '../../review/aggregate/advice';
import type { Form } from '../../review/exchange/form';
import { mergeImported, type Imported, type Merged } from '../../review/exchange/imported';
import { withGolden, withItems } from '../../review/items';
import { leastCertainFirst, type ItemState } from '../../review/queue';
import { resolve } from '../../review/resolve';
import { decide, redo, startReview, undo, withdraw, type Decision, type Review } from '../../review/review';
import { itemsToKeep, restoreReview, saveDecisions, saveItems, type MadeItems } from '../../review/saved';
import type { Item, ReasonCode, ReviewTask } from '../../review/task';
import { autosave, type SaveState } from './autosave';
import type { ReviewStore } from './review-store';
import { byId, disputedIds, idsOf, isSameList, itemsKey, timestamp } from './session-facts';

/** The annotator's role. */
export type Role = Decision<unknown>['role'];

/** Milliseconds without changes before values derived from a review are recomputed. */
const QUIET = 250;

/** A snapshot of a queue after a change. */
interface ToSave<D, A> {
  readonly key: string | null;
  readonly review: Review<D, A>;
  readonly made: MadeItems;
}

export class ReviewSession<D, A> {
  review = $state.raw<Review<D, A>>(startReview([]));
  /** The review, debounced, for computations too slow for every key press. */
  settled = $state.raw<Review<D, A>>(startReview([]));
  /** Id of the current item. */
  current = $state<string | null>(null);
  annotator = $state('me');
  role = $state<Role>('annotator');
  method = $state<AggregationMethod>('majority');
  saveState = $state<SaveState>('saved');
  /** Reason and comment for the next decision about the current item. */
  reason = $state<ReasonCode | null>(null);
  comment = $state('');

  readonly #items = $derived(this.review.items);
  /** Least certain first. */
  readonly order = $derived(leastCertainFirst(this.#items));
  readonly #byId = $derived(byId(this.#items));
  readonly item = $derived(this.current === null ? null : (this.#byId.get(this.current) ?? null));
  readonly decision = $derived(this.item && this.decisionOn(this.item.id));
  /** The current answer: decided, otherwise the others' decision (for an adjudicator), otherwise the suggestion. */
  readonly answer = $derived(this.item && this.answerTo(this.item));
  readonly progress = $derived.by(() => {
    const progress = { open: 0, partial: 0, decided: 0 };
    for (const { id } of this.#items) progress[this.stateOf(id)] += 1;
    return progress;
  });

  #made: MadeItems = { first: idsOf([]), now: idsOf([]) };
  /** The full items last saved, and the key of their queue. */
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

  /** Opens the queue of these items with the decisions saved under `key`. */
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

  /** Replaces the items under the same key, for example after a threshold change. Decisions stay. */
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
    return this.review.decisions.find({ item, annotator, role });
  }

  stateOf(item: string): ItemState {
    const decision = this.decisionOn(item);
    if (!decision) return 'open';
    return this.task.isComplete(decision.answer) ? 'decided' : 'partial';
  }

  /** Records an answer to the current item. */
  put(answer: A): void {
    const { item, annotator, role, reason, comment } = this;
    if (!item) return;
    const before = this.decision;
    const leadTime = before?.leadTime ?? Math.round(performance.now() - this.#shownAt) / 1000;
    const at = timestamp();
    this.take([{ item: item.id, annotator, role, answer, reason, comment, leadTime, at }]);
  }

  /** Records decisions as one undo step. */
  take(decisions: readonly Decision<A>[]): void {
    if (decisions.length > 0) this.#changed(decide(this.review, decisions));
  }

  /** Adds reason and comment to the decision, or to the next one if there is none yet. */
  remark(remark: { readonly reason?: ReasonCode | null; readonly comment?: string }): void {
    if (remark.reason !== undefined) this.reason = remark.reason;
    if (remark.comment !== undefined) this.comment = remark.comment;
    if (this.decision) this.take([{ ...this.decision, reason: this.reason, comment: this.comment }]);
  }

  /** Removes the decision about the current item. */
  reopen(): void {
    if (this.decision) this.#changed(withdraw(this.review, this.decision));
  }

  /** Accepts the current answer; false if there is none. */
  accept(): boolean {
    if (this.answer === null) return false;
    this.put(this.task.accept(this.answer));
    return true;
  }

  /** Id of the next undecided item in `order` after the current one; null if all are decided. */
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

  /** Items that annotators disagree about or an adjudicator has decided. */
  disputed(): Item<D, A>[] {
    const ids = disputedIds(this.task, this.review);
    return this.order.filter(({ id }) => ids.has(id));
  }

  /** The current answer to an item, see `answer`. */
  answerTo(item: Item<D, A>): A | null {
    const decided = this.decisionOn(item.id)?.answer;
    if (decided !== undefined) return decided;
    const suggested = item.suggestion?.answer ?? null;
    if (this.role === 'annotator') return suggested;
    const alone = { ...this.review, items: [{ ...item, golden: null }] };
    return resolve(this.task, alone, this.method).get(item.id)?.answer ?? suggested;
  }

  /** Shows the item changed by undo or redo. */
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

  /** Saves items before decisions, which cannot be resolved without them. Unchanged items are not written again. */
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
