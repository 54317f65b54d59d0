/** A summary of the human decisions that a run used: how many, by whom, and their agreement. */
import { alphaNominal, alphaOrdinal, RELIABLE, TENTATIVE } from './aggregate/alpha';
import type { AggregationMethod } from './aggregate/names';
import { groupBy } from '../base/group';
import { isSame } from '../base/same';
import { resolve, type AnswerOrigin } from './resolve';
import type { Review } from './review';
import type { ReviewTask, TaskKind } from './task';
import { decidedItems, votesOn } from './votes';

type Reliability = 'reliable' | 'tentative' | 'unreliable';

export interface Agreement {
  readonly measure: 'nominal' | 'ordinal';
  /** Krippendorff’s alpha. */
  readonly alpha: number;
  readonly reliability: Reliability;
}

export interface Applied {
  readonly kind: TaskKind;
  readonly method: AggregationMethod;
  /** Annotators’ decisions. */
  readonly decisions: number;
  /** Items with an answer, of all items. */
  readonly items: { readonly resolved: number; readonly total: number };
  /** How the answers were resolved. */
  readonly origins: Readonly<Record<AnswerOrigin, number>>;
  /** Answers that differ from the suggestion. */
  readonly changed: number;
  /** Annotators, those with the most decisions first. */
  readonly annotators: readonly { readonly annotator: string; readonly decisions: number }[];
  /** null if no question has two answers. */
  readonly agreement: Agreement | null;
}

export function summarizeApplied<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  method: AggregationMethod,
): Applied {
  const resolutions = resolve(task, review, method);
  const origins = { golden: 0, adjudicated: 0, single: 0, aggregated: 0 };
  for (const { origin } of resolutions.values()) origins[origin] += 1;
  const given = [...review.decisions].filter(({ role }) => role === 'annotator');
  const annotators = [...groupBy(given, ({ annotator }) => annotator)]
    .map(([annotator, { length }]) => ({ annotator, decisions: length }))
    .sort((a, b) => b.decisions - a.decisions);
  const changed = review.items.filter(({ id, suggestion }) => {
    const resolution = resolutions.get(id);
    return resolution && suggestion && !isSame(resolution.answer, task.accept(suggestion.answer));
  }).length;
  return {
    kind: task.kind,
    method,
    decisions: given.length,
    items: { resolved: resolutions.size, total: review.items.length },
    origins,
    changed,
    annotators,
    agreement: agreementOf(task, review),
  };
}

/** Ordinal if the labels are ordered, otherwise nominal; null if no question has two answers. */
export function agreementOf<D, A>(task: ReviewTask<D, A>, review: Review<D, A>): Agreement | null {
  // Only votes on the same item can agree.
  const votes = decidedItems(review).flatMap((decided) =>
    decided.decisions.length < 2 ? [] : votesOn(task, decided),
  );
  const alpha = task.isOrdinal ? alphaOrdinal(votes, task.labels) : alphaNominal(votes);
  if (alpha === null) return null;
  const reliability = alpha >= RELIABLE ? 'reliable' : alpha >= TENTATIVE ? 'tentative' : 'unreliable';
  return { measure: task.isOrdinal ? 'ordinal' : 'nominal', alpha, reliability };
}
