/**
 * A review as Toloka’s TSV. A pool of tasks has `INPUT:<field>`, `GOLDEN:<field>` and `HINT:text`; results add
 * `OUTPUT:<field>` and `ASSIGNMENT:…`. Final decisions are not exported.
 */
import { writeCsv } from '../../../base/csv';
import type { Decision, Review } from '../../review';
import type { Item } from '../../task';
import { decidedItems } from '../../votes';
import type { FormFields, Form } from '../form';
import { sourceFields, type Source } from '../source';

/** The tasks of a pool, golden ones with their answers. */
export function writeTolokaTasks<D, A>(
  form: Form<D, A>,
  { items }: Review<D, A>,
  source: Source | null = null,
): string {
  const rows = items.map((item) => taskColumns(form, item, source));
  return table(rows);
}

/** One row per annotator and item, as Toloka returns them; incomplete decisions are left out. */
export function writeTolokaResults<D, A>(
  form: Form<D, A>,
  review: Review<D, A>,
  source: Source | null = null,
): string {
  const rows = decidedItems(review).flatMap(({ item, decisions }) =>
    decisions
      .filter(({ answer }) => form.task.isComplete(answer))
      .map((decision) => ({
        ...taskColumns(form, item, source),
        ...prefixed('OUTPUT', form.outputsOf(item, decision.answer)),
        'OUTPUT:reason': decision.reason ?? '',
        'OUTPUT:comment': decision.comment,
        'ASSIGNMENT:assignment_id': `${item.id}--${decision.annotator}`,
        'ASSIGNMENT:worker_id': decision.annotator,
        'ASSIGNMENT:status': 'APPROVED',
        'ASSIGNMENT:started': startedAt(decision),
        'ASSIGNMENT:submitted': decision.at ?? '',
      })),
  );
  return table(rows);
}

function taskColumns<D, A>(form: Form<D, A>, item: Item<D, A>, source: Source | null): FormFields {
  const right = item.golden === null ? {} : form.outputsOf(item, item.golden);
  return {
    ...prefixed('INPUT', { item_id: item.id, ...form.fieldsOf(item.data), ...sourceFields(source) }),
    ...prefixed('GOLDEN', Object.fromEntries(form.outputs.map((name) => [name, right[name] ?? '']))),
    'HINT:text': '',
  };
}

/** The columns of the first row, in their order; a pool without items is an empty file. */
function table(rows: readonly FormFields[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return writeCsv([columns, ...rows.map((row) => columns.map((name) => cell(row[name])))], {
    delimiter: '\t',
  });
}

/** Texts as they are, everything else as JSON. */
function cell(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

function prefixed(prefix: string, fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}:${name}`, value]));
}

/** ISO 8601; empty if it is not known. */
function startedAt({ at, leadTime }: Decision<unknown>): string {
  const started = new Date(Date.parse(at ?? '') - Math.round((leadTime ?? NaN) * 1000));
  return Number.isNaN(started.getTime()) ? '' : started.toISOString();
}
