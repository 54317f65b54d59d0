/** What holds in the end: one answer per item out of everything that was decided. */
import { aggregationMethods, type AggregationMethod } from './aggregate/advice';
import type { Review } from './review';
import type { ReviewTask } from './task';
import { decidedItems, goldenOf, votesOf } from './votes';

/** Where an answer comes from. */
export type AnswerOrigin =
  /** it was known beforehand */
  | 'golden'
  /** an adjudicator decided */
  | 'adjudicated'
  /** one person was asked */
  | 'single'
  /** several were asked, and the method weighed their votes */
  | 'aggregated';

export interface Resolution<A> {
  readonly answer: A;
  readonly origin: AnswerOrigin;
}

/** By item id; items that nobody decided are not in it. */
export function resolve<D, A>(
  task: ReviewTask<D, A>,
  review: Review<D, A>,
  method: AggregationMethod,
): Map<string, Resolution<A>> {
  const { winners } = aggregationMethods[method](votesOf(task, review), goldenOf(task, review));
  const resolutions = new Map<string, Resolution<A>>();
  for (const { item, decisions, final } of decidedItems(review)) {
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
