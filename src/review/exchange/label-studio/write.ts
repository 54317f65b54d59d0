/** A review as Label Studio tasks, with suggestions as predictions and decisions as annotations. */
import type { Decision, Review } from '../../review';
import type { Item } from '../../task';
import { decidedItems } from '../../votes';
import { sourceFields, type Source } from '../source';
import { said, type Studio } from './studio';

export interface WriteOptions {
  readonly source?: Source | null;
  /** Leaves out the suggestions, so that annotators decide without seeing them. Default: false */
  readonly isBlind?: boolean;
}

/**
 * The tasks as JSON; the interface to show them in is `studio.config`. `completed_by` is a number, as Label Studio
 * requires, and `worker` is the annotator’s name. Golden answers are annotations with `ground_truth`; incomplete
 * decisions are left out.
 */
export function writeLabelStudio<D, A>(
  studio: Studio<D, A>,
  review: Review<D, A>,
  { source = null, isBlind = false }: WriteOptions = {},
): string {
  const numbers = userNumbers(review);
  const tasks = decidedItems(review).map(({ item, decisions, final }, i) => {
    const { id, data, suggestion, golden } = item;
    const complete = [...decisions, ...(final ? [final] : [])].filter(({ answer }) =>
      studio.form.task.isComplete(answer),
    );
    return {
      id: i + 1,
      data: { item_id: id, ...studio.shownFields(studio.form.fieldsOf(data)) },
      meta: { golden: golden !== null, ...sourceFields(source) },
      predictions:
        suggestion && !isBlind
          ? [
              {
                model_version: suggestion.by,
                score: suggestion.certainty,
                result: studio.resultsOf(item, suggestion.answer),
              },
            ]
          : [],
      annotations: [
        ...complete.map((decision) =>
          annotation(studio, item, decision, numbers.get(decision.annotator) ?? 0),
        ),
        ...(golden === null ? [] : [groundTruth(studio, item, golden)]),
      ].map((fields, a) => ({ id: (i + 1) * 1000 + a, ...fields })),
    };
  });
  return `${JSON.stringify(tasks, null, 1)}\n`;
}

function annotation<D, A>(studio: Studio<D, A>, item: Item<D, A>, decision: Decision<A>, number: number) {
  const { annotator, role, answer, reason, comment, leadTime, at } = decision;
  const { controls } = studio;
  return {
    completed_by: number,
    worker: annotator,
    adjudicator: role === 'adjudicator',
    was_cancelled: false,
    ground_truth: false,
    lead_time: leadTime,
    created_at: at,
    result: [
      ...studio.resultsOf(item, answer),
      ...said(`${item.id}-reason`, 'reason', controls, reason === null ? [] : [reason]),
      ...said(`${item.id}-comment`, 'comment', controls, comment === '' ? [] : [comment]),
    ],
  };
}

function groundTruth<D, A>(studio: Studio<D, A>, item: Item<D, A>, golden: A) {
  const result = studio.resultsOf(item, golden);
  return {
    completed_by: 0,
    was_cancelled: false,
    ground_truth: true,
    lead_time: null,
    created_at: null,
    result,
  };
}

/** A number for every annotator: the name if it is a number, otherwise the next free one. */
function userNumbers<D, A>({ decisions }: Review<D, A>): Map<string, number> {
  const names = [...new Set([...decisions.values()].map(({ annotator }) => annotator))];
  const isNumber = (name: string): boolean => /^[1-9]\d{0,8}$/.test(name);
  const taken = new Set(names.filter(isNumber).map(Number));
  let next = 1;
  return new Map(
    names.map((name) => {
      if (isNumber(name)) return [name, Number(name)];
      while (taken.has(next)) next += 1;
      taken.add(next);
      return [name, next];
    }),
  );
}
