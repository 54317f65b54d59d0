/** One annotator's work on one queue: the current item, its answer, and the decisions. */
import type { AggregationMethod } from '../../review/aggregate/names';
import { mergeImported, type Imported, type Merged } from '../../review/exchange/imported';
import { withGolden } from '../../review/items';
import { resolve } from '../../review/resolve';
import { decide, redo, undo, withdraw, type Change, type Decision, type Review } from '../../review/review';
import type { Item, ReasonCode } from '../../review/task';
import { OpenReview } from './open-review.svelte';
import { timestamp } from './session-facts';

export class ReviewSession<D, A> extends OpenReview<D, A> {
  /** Id of the current item. */
  current = $state<string | null>(null);
  method = $state<AggregationMethod>('majority');
  /** Reason and comment for the next decision about the current item. */
  reason = $state<ReasonCode | null>(null);
  comment = $state('');

  readonly item = $derived(this.itemOf(this.current));
  readonly decision = $derived(this.item && this.decisionOn(this.item.id));
  /** The current answer: decided, otherwise the others' decision (for an adjudicator), otherwise the suggestion. */
  readonly answer = $derived(this.item && this.answerTo(this.item));

  #shownAt = performance.now();

  /**
   * Opens the queue of these items with the decisions saved under `key`. Under the key that is open, only the items are
   * replaced, for example after a threshold change: decisions and undo stay.
   */
  async open(key: string, items: readonly Item<D, A>[]): Promise<void> {
    const isNew = await this.load(key, items);
    if (isNew || (this.isOpen && !this.item)) this.show(this.nextOpen() ?? this.order[0]?.id ?? null);
  }

  show(id: string | null): void {
    this.current = id;
    this.#shownAt = performance.now();
    this.reason = this.decision?.reason ?? null;
    this.comment = this.decision?.comment ?? '';
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
    if (decisions.length > 0) this.step(decide(this.review, decisions));
  }

  /** Adds reason and comment to the decision, or to the next one if there is none yet. */
  remark(remark: { readonly reason?: ReasonCode | null; readonly comment?: string }): void {
    if (remark.reason !== undefined) this.reason = remark.reason;
    if (remark.comment !== undefined) this.comment = remark.comment;
    if (this.decision) this.take([{ ...this.decision, reason: this.reason, comment: this.comment }]);
  }

  /** Removes the decision about the current item. */
  reopen(): void {
    if (this.decision) this.step(withdraw(this.review, this.decision));
  }

  /** Accepts the current answer; false if there is none. */
  accept(): boolean {
    if (this.answer === null) return false;
    this.put(this.task.accept(this.answer));
    return true;
  }

  /** Id of the next undecided item after the current one; null if all others are decided. */
  nextOpen(): string | null {
    const { states, order, current } = this;
    return order[states.nextUndecided(states.placeOf(current)) ?? -1]?.id ?? null;
  }

  undo(): void {
    this.#goBack(this.review.done.at(-1), undo(this.review));
  }

  redo(): void {
    this.#goBack(this.review.undone.at(-1), redo(this.review));
  }

  setGolden(id: string, golden: A | null): void {
    this.change(withGolden(this.review, id, golden), []);
  }

  merge(imported: Imported<D, A>): Merged<D, A> {
    const merged = mergeImported(this.review, imported);
    this.step(merged.review);
    return merged;
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
  #goBack(changes: readonly Change<A>[] | undefined, review: Review<D, A>): void {
    const [first] = changes ?? [];
    if (!changes || !first) return;
    this.change(review, changes);
    this.show(changes.length === 1 ? first.who.item : this.current);
  }
}
