/** A report’s summary of the human decisions in its run: how many, by whom, and their agreement. */
import type { PeopleGrades } from '../evaluate/judge-grades';
import type { Report } from '../evaluate/report';
import { summarizeApplied, type Agreement } from './applied';
import type { AggregationMethod } from './aggregate/names';
import type { Review } from './review';
import type { ReviewTask, TaskKind } from './task';

/** Plain data, small enough for a report. */
export interface HumanInput {
  readonly task: TaskKind;
  /** Total of annotators’ decisions. */
  readonly decisions: number;
  /** Items with an answer, and how many of these differ from the suggestion. */
  readonly answered: number;
  readonly changed: number;
  readonly annotators: readonly { readonly annotator: string; readonly decisions: number }[];
  /** How votes were aggregated. */
  readonly method: AggregationMethod;
  /** null if no question has two answers. */
  readonly agreement: Agreement | null;
  /** Of an evaluation: what people agreed on. */
  readonly grades?: PeopleGrades;
}

/** null without any decisions. */
export function humanInput<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  method: AggregationMethod,
): HumanInput | null {
  if (review.decisions.size === 0) return null;
  const { decisions, items, changed, annotators, agreement } = summarizeApplied(task, review, method);
  return { task: task.kind, decisions, answered: items.resolved, changed, annotators, method, agreement };
}

/** Adds human decisions to a report, one entry per task; a later entry for a task replaces the earlier one. */
export function withHumanInput(report: Report, input: HumanInput): Report {
  const others = (report.human ?? []).filter(({ task }) => task !== input.task);
  const { annotators, ...rest } = input;
  return { ...report, human: [...others, { ...rest, annotators: [...annotators] }] };
}
