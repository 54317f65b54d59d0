/** Resolves all decisions to one answer per item. */
import { aggregationMethods } from './aggregate/advice';
import type { AggregationMethod } from './aggregate/names';
import type { Review } from './review';
import type { ReviewTask } from './task';
import { decidedItems, goldenOf, votesOf } from './votes';

/** How an answer was resolved. */
export type AnswerOrigin =
  /** the answer was known beforehand */
  | 'golden'
  /** an adjudicator decided */
  | 'adjudicated'
  /** a single annotator decided */
  | 'single'
  /** several annotators decided, and the method aggregated their votes */
  | 'aggregated';

export interface Resolution<A> {
  readonly answer: A;
  readonly origin: AnswerOrigin;
}

/** By item id; undecided items are left out. */
export function resolve<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  method: AggregationMethod,
): Map<string, Resolution<A>> {
  const decided = decidedItems(review);
  const isCrowd = decided.some(({ decisions }) => decisions.length > 1);
  const { winners } = isCrowd
    ? aggregationMethods[method](votesOf(task, review), goldenOf(task, review))
    : { winners: new Map<string, string>() };
  const resolutions = new Map<string, Resolution<A>>();
  for (const { item, decisions, final } of decided) {
    const answers = decisions.map(({ answer }) => answer);
    const [only, second] = answers;
    if (final) resolutions.set(item.id, { answer: final.answer, origin: 'adjudicated' });
    else if (item.golden !== null) resolutions.set(item.id, { answer: item.golden, origin: 'golden' });
    else if (only === undefined) continue;
    else if (second === undefined) resolutions.set(item.id, { answer: only, origin: 'single' });
    else resolutions.set(item.id, { answer: task.combine(item, answers, winners), origin: 'aggregated' });
  }
  return resolutions;
}
