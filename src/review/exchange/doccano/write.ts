/** A review as doccano’s JSONL. Golden answers are not exported before the decision. */
import type { Review } from '../../review';
import type { Item } from '../../task';
import { decidedItems } from '../../votes';
import type { FormFields } from '../form';
import { remarkFields } from '../remarks';
import { sourceFields, type Source } from '../source';
import { SUGGESTED, suggestedLabels } from './suggested';
import type { Doccano } from './tasks';

/**
 * Items to annotate, with the suggestions as labels and, again, as metadata: doccano exports lines that were never opened
 * as they came, and by the metadata an import knows them.
 */
export function writeDoccanoTasks<D, A>(
  doccano: Doccano<D, A>,
  { items }: Review<D, A>,
  source: Source | null = null,
): string {
  const lines = items.map((item) => {
    const label = suggestedLabels(doccano, item);
    return { ...taskFields(doccano, item, source), [SUGGESTED]: label, label };
  });
  return jsonLines(lines);
}

/** One line per annotator and item; incomplete and final decisions are left out. */
export function writeDoccanoResults<D, A>(
  doccano: Doccano<D, A>,
  review: Review<D, A>,
  source: Source | null = null,
): string {
  const { form } = doccano;
  const lines = decidedItems(review).flatMap(({ item, decisions }) =>
    decisions
      .filter(({ answer }) => form.task.isComplete(answer))
      .map((decision) => ({
        ...taskFields(doccano, item, source),
        ...doccano.extrasOf(decision.answer),
        golden: item.golden !== null,
        label: doccano.labelsOf(item, decision.answer),
        worker: decision.annotator,
        ...remarkFields(decision),
      })),
  );
  return jsonLines(lines);
}

function taskFields<D, A>(
  { form, textOf }: Doccano<D, A>,
  { id, data }: Item<D, A>,
  source: Source | null,
): FormFields {
  return { text: textOf(data), item_id: id, ...form.fieldsOf(data), ...sourceFields(source) };
}

function jsonLines(lines: readonly FormFields[]): string {
  return lines.map((fields) => `${JSON.stringify(fields)}\n`).join('');
}
