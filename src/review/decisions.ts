/** All decisions of a review by item, as an immutable value: reading those of one item does not visit the others. */
import { LayeredMap } from '../base/layered-map';

/** What identifies a decision. */
export interface DecisionKey {
  /** The item’s id. */
  readonly item: string;
  /** The annotator’s id or name. */
  readonly annotator: string;
  /** An adjudicator’s decision is final; annotators’ are votes. */
  readonly role: 'annotator' | 'adjudicator';
}

/** One decision per item and annotator, and one final decision per item, by any adjudicator. */
export function keyOf({ item, annotator, role }: DecisionKey): string {
  return JSON.stringify(role === 'adjudicator' ? [item] : [item, annotator]);
}

/** A decision to set; `after` null: to remove. */
export interface DecisionChange<T> {
  readonly who: DecisionKey;
  readonly after: T | null;
}

export class Decisions<T extends DecisionKey> implements Iterable<T> {
  readonly #byItem: LayeredMap<string, ReadonlyMap<string, T>>;
  readonly size: number;

  private constructor(byItem: LayeredMap<string, ReadonlyMap<string, T>>, size: number) {
    this.#byItem = byItem;
    this.size = size;
  }

  /** Of decisions with the same key the last one counts. */
  static of<T extends DecisionKey>(decisions: Iterable<T> = []): Decisions<T> {
    const none = new Decisions<T>(LayeredMap.of(), 0);
    return none.with(Array.from(decisions, (after) => ({ who: after, after })));
  }

  /** The decisions about an item, annotators’ and final ones. */
  on(item: string): readonly T[] {
    return [...(this.#byItem.get(item)?.values() ?? [])];
  }

  find(who: DecisionKey): T | null {
    return this.#byItem.get(who.item)?.get(keyOf(who)) ?? null;
  }

  /** Takes as long as the changes and the decisions about the changed items are many. */
  with(changes: Iterable<DecisionChange<T>>): Decisions<T> {
    const changed = new Map<string, Map<string, T>>();
    let { size } = this;
    for (const { who, after } of changes) {
      const now = changed.get(who.item) ?? new Map(this.#byItem.get(who.item));
      size -= now.size;
      if (after === null) now.delete(keyOf(who));
      else now.set(keyOf(who), after);
      size += now.size;
      changed.set(who.item, now);
    }
    const entries = Array.from(changed, ([item, now]) => [item, now.size > 0 ? now : undefined] as const);
    return new Decisions(this.#byItem.with(entries), size);
  }

  /** Decisions about the same item are together; items are in order of their first decision. */
  *[Symbol.iterator](): Generator<T> {
    for (const [, decisions] of this.#byItem) yield* decisions.values();
  }
}
