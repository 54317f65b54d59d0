/**
 * A review as Crowd-Kit’s CSV: `task,worker,label`, one row per vote. Each span is a question, `block|start|end` in
 * UTF-16 units, answered yes or no. Better continuations of the language check are texts, `task,worker,text`, in a
 * separate file; golden answers are `task,label`. Crowd-Kit ignores other columns. Final decisions are not votes.
 */
import { writeCsv } from '../../../base/csv';
import { decisionOf, type Review } from '../../review';
import { decidedItems, goldenOf, votesOn } from '../../votes';
import { sourceFields, type Source } from '../source';
import type { Ballots, Texts } from './ballots';

/** Whether the answer covers the whole item, also what it has no votes on; see `readCrowdKit`. */
export const COMPLETE = 'complete';

/** The votes of a review. */
export function writeCrowdKit<D, A>(
  { task }: Pick<Ballots<D, A>, 'task'>,
  review: Review<D, A>,
  source: Source | null = null,
): string {
  const origin = Object.entries(sourceFields(source));
  const rows = decidedItems(review).flatMap((decided) =>
    votesOn(task, decided).map(({ task: question, worker, label }) => {
      const decision = decisionOf(review, decided.item.id, worker);
      const isComplete = decision !== null && task.isComplete(decision.answer);
      const isGolden = decided.item.golden !== null;
      const about = [decision?.leadTime ?? '', isGolden, isComplete].map(String);
      return [question, worker, label, ...about, ...origin.map(([, hash]) => hash)];
    }),
  );
  return writeCsv([
    ['task', 'worker', 'label', 'lead_time', 'golden', COMPLETE, ...origin.map(([name]) => name)],
    ...rows,
  ]);
}

/** The texts of a review. */
export function writeCrowdKitTexts<D, A>(texts: Texts<A>, review: Review<D, A>): string {
  const rows = decidedItems(review).flatMap(({ item, decisions }) =>
    decisions.flatMap(({ annotator, answer }) => {
      const text = texts.of(answer);
      return text === null ? [] : [[item.id, annotator, text]];
    }),
  );
  return writeCsv([['task', 'worker', 'text'], ...rows]);
}

/** The golden answers of a review, as Crowd-Kit’s true labels. */
export function writeCrowdKitGolden<D, A>(
  { task }: Pick<Ballots<D, A>, 'task'>,
  review: Review<D, A>,
): string {
  const rows = review.items.flatMap((item) => {
    const { golden } = item;
    if (golden === null) return [];
    const labels = [...goldenOf(task, { ...review, items: [item] })];
    return labels.map(([question, label]) => [question, label, String(task.isComplete(golden))]);
  });
  return writeCsv([['task', 'label', COMPLETE], ...rows]);
}
