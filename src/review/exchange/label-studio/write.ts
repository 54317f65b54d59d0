/** A review as Label Studio tasks, with suggestions as predictions and decisions as annotations. */
import type { Decision, Review } from '../../review';
import type { Item } from '../../task';
import { decidedItems } from '../../votes';
import { sourceFields, type Source } from '../source';
import type { Result } from './result';
import { roles, said, type Studio } from './studio';

export interface WriteOptions {
  readonly source?: Source | null;
  /** Leaves out the suggestions, so that annotators decide without seeing them. Default: false */
  readonly isBlind?: boolean;
}

/**
 * The tasks as JSON; the interface to show them in is `studio.config`. Golden answers are annotations with
 * `ground_truth`; incomplete decisions are left out. There is no `completed_by`: the reviewer is a result, see
 * `remarkControls`.
 */
export function writeLabelStudio<D, A>(
  studio: Studio<D, A>,
  review: Review<D, A>,
  { source = null, isBlind = false }: WriteOptions = {},
): string {
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
        ...complete.map((decision) => annotation(studio, item, decision)),
        ...(golden === null ? [] : [groundTruth(studio, item, golden)]),
      ].map((fields, a) => ({ id: (i + 1) * 1000 + a, ...fields })),
    };
  });
  return `${JSON.stringify(tasks, null, 1)}\n`;
}

function annotation<D, A>(studio: Studio<D, A>, item: Item<D, A>, decision: Decision<A>) {
  const { annotator, role, answer, reason, comment, leadTime, at } = decision;
  return {
    was_cancelled: false,
    ground_truth: false,
    lead_time: leadTime,
    created_at: at,
    result: [
      ...studio.resultsOf(item, answer),
      ...remark(studio, item, 'reason', reason ?? ''),
      ...remark(studio, item, 'comment', comment),
      ...remark(studio, item, 'reviewer', annotator),
      ...remark(studio, item, 'role', role === 'adjudicator' ? roles.final : ''),
    ],
  };
}

function groundTruth<D, A>(studio: Studio<D, A>, item: Item<D, A>, golden: A) {
  return {
    was_cancelled: false,
    ground_truth: true,
    lead_time: null,
    created_at: null,
    result: [...studio.resultsOf(item, golden), ...remark(studio, item, 'role', roles.golden)],
  };
}

/** The result of one of `remarkControls`; none for an empty text. */
function remark<D, A>({ controls }: Studio<D, A>, { id }: Item<D, A>, name: string, text: string): Result[] {
  return said(`${id}-${name}`, name, controls, text === '' ? [] : [text]);
}
