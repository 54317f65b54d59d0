/** What a run says about the human decisions in it: how many, from whom, with which agreement. */
import type { Report } from '../evaluate/report';
import { summarizeApplied, type Agreement } from './applied';
import type { AggregationMethod } from './aggregate/advice';
import type { Review } from './review';
import type { ReviewTask, TaskKind } from './task';

/** Plain data, small enough for a report. */
export interface HumanInput {
  readonly task: TaskKind;
  /** Annotators’ decisions, all together. */
  readonly decisions: number;
  /** Items that have an answer, and how many of those differ from what the machine suggested. */
  readonly answered: number;
  readonly changed: number;
  readonly annotators: readonly { readonly annotator: string; readonly decisions: number }[];
  /** How votes became answers. */
  readonly method: AggregationMethod;
  /** null if nothing was decided by two people. */
  readonly agreement: Agreement | null;
}

/** null if nobody decided anything. */
export function humanInput<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  method: AggregationMethod,
): HumanInput | null {
  if (review.decisions.size === 0) return null;
  const { decisions, items, changed, annotators, agreement } = summarizeApplied(task, review, method);
  return { task: task.kind, decisions, answered: items.resolved, changed, annotators, method, agreement };
}

/** The report with what people decided, one entry per task; a later one about a task replaces the earlier. */
export function withHumanInput(report: Report, input: HumanInput): Report {
  const others = (report.human ?? []).filter(({ task }) => task !== input.task);
  const { annotators, ...rest } = input;
  return { ...report, human: [...others, { ...rest, annotators: [...annotators] }] };
}
