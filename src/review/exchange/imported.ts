/** The contents of an imported file, and how they are merged into a review: no existing decision is lost. */
import { isSame } from '../../base/same';
import { decide, type Decision, type Review } from '../review';
import type { Item } from '../task';
import type { CountedName } from './mapping';
import { rejections, type RejectedAnswer, type SkippedAnswer } from './rejected';

/** What was read from a file. */
export interface Imported<D, A> {
  /** Every item in the file, with its suggestion and golden answer there. */
  readonly items: readonly Item<D, A>[];
  readonly decisions: readonly Decision<A>[];
  /** Decisions of the review, with what the file adds to them. Default: none */
  readonly completed?: readonly Decision<A>[];
  readonly rejected: readonly RejectedAnswer[];
  /** Without an answer in the file; absent in formats that list answers only. */
  readonly skipped?: readonly SkippedAnswer[];
  /** How many answers have exactly the labels that they were exported with, and may be nobody’s. Default: 0 */
  readonly unchanged?: number;
  /** The names of spans, if some are not ours: answers with those were rejected until a person maps them. */
  readonly unmapped?: readonly CountedName[] | null;
}

export interface Merged<D, A> {
  readonly review: Review<D, A>;
  /** Numbers of new items, of new or completed decisions, and of items that have a golden answer since. */
  readonly added: { readonly items: number; readonly decisions: number; readonly golden: number };
  /** What the file’s reader rejected, then what did not fit this review. */
  readonly rejected: readonly RejectedAnswer[];
}

/**
 * Merges an import into a review, as one undo step. New items come last; an item without a golden answer takes that of
 * the import (items are not part of undo). Existing decisions win over different imported ones.
 */
export function mergeImported<D, A>(
  review: Review<D, A>,
  { items, decisions, completed = [], rejected }: Imported<D, A>,
): Merged<D, A> {
  const { list, at } = rejections();
  const brought = new Map(items.map((item) => [item.id, item]));
  const here = review.items.map((item) => {
    const golden = brought.get(item.id)?.golden ?? null;
    if (golden === null || isSame(golden, item.golden)) return item;
    if (item.golden === null) return { ...item, golden };
    at(`item ${item.id}`)('other-golden');
    return item;
  });
  const isGolden = (item: Item<D, A>): boolean => item.golden !== null;
  const known = new Set(here.map(({ id }) => id));
  const fresh = [...brought.values()].filter(({ id }) => !known.has(id));
  const welcome = decisions.filter((decision) => {
    const earlier = review.decisions.find(decision);
    const isNew = earlier === null;
    if (!isNew && !isSame(earlier.answer, decision.answer)) {
      at(`item ${decision.item}, ${decision.annotator}`)('already-decided', decision.answer);
    }
    return isNew;
  });
  const joined: Review<D, A> = { ...review, items: [...here, ...fresh] };
  const golden = joined.items.filter(isGolden).length - review.items.filter(isGolden).length;
  return {
    review: decide(joined, [...welcome, ...completed]),
    added: { items: fresh.length, decisions: welcome.length + completed.length, golden },
    rejected: [...rejected, ...list],
  };
}
