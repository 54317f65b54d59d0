/**
 * Toloka’s TSV. A pool of tasks has `INPUT:<field>`, `GOLDEN:<field>` and `HINT:text`; results add `OUTPUT:<field>` and
 * `ASSIGNMENT:…`. Only assignments that are APPROVED or SUBMITTED count. Final decisions are not exported.
 */
import { parseCsv, writeCsv } from '../../base/csv';
import type { Decision, Review } from '../review';
import type { Item } from '../task';
import { decidedItems } from '../votes';
import { collector } from './collector';
import { textIn, type FormFields, type Form } from './form';
import type { Imported } from './imported';
import { personName } from './person';
import { remarksIn } from './remarks';
import { sourceFields, type Source } from './source';
import { tableRowsOf } from './table';

const TAB = { delimiter: '\t' } as const;
const COUNTED = ['APPROVED', 'SUBMITTED'];

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

/** Reads a pool or results. */
export function readToloka<D, A>(
  form: Form<D, A>,
  known: readonly Item<D, A>[],
  tsv: string,
): Imported<D, A> {
  const { at, itemFor, addGolden, addDecision, imported } = collector(form, known);
  for (const { where, fields, isBroken } of tableRowsOf(parseCsv(tsv, TAB), 'Toloka TSV', [])) {
    const reject = at(where);
    if (isBroken) {
      reject('broken-row', Object.values(fields).join(' '));
      continue;
    }
    const item = itemFor(unprefixed('INPUT', fields), reject);
    if (!item) continue;
    const golden = unprefixed('GOLDEN', fields);
    if (form.outputs.some((name) => textIn(golden, name) !== null)) {
      const answer = form.answerOf(item, golden, reject);
      if (answer !== null) addGolden(item, answer, reject);
    }
    if (!('ASSIGNMENT:worker_id' in fields)) continue;
    const annotator = personName(fields['ASSIGNMENT:worker_id']);
    const status = textIn(fields, 'ASSIGNMENT:status');
    if (annotator === null) reject('no-annotator');
    else if (status !== null && !COUNTED.includes(status)) reject('not-submitted', status);
    else {
      const outputs = unprefixed('OUTPUT', fields);
      const answer = form.answerOf(item, outputs, reject);
      const remarks = remarksIn(form.task.reasons, { ...outputs, ...timesOf(fields) });
      if (answer !== null)
        addDecision({ item: item.id, annotator, role: 'annotator', answer, ...remarks }, reject);
    }
  }
  return imported();
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
  return writeCsv([columns, ...rows.map((row) => columns.map((name) => cell(row[name])))], TAB);
}

/** Texts as they are, everything else as JSON. */
function cell(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

function prefixed(prefix: string, fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}:${name}`, value]));
}

function unprefixed(prefix: string, fields: FormFields): FormFields {
  const start = `${prefix}:`;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(start) ? [[name.slice(start.length), value]] : [],
    ),
  );
}

function startedAt({ at, leadTime }: Decision<unknown>): string {
  if (at === null || leadTime === null) return '';
  return new Date(Date.parse(at) - leadTime * 1000).toISOString();
}

function timesOf(fields: FormFields): FormFields {
  const [at, started] = [textIn(fields, 'ASSIGNMENT:submitted'), textIn(fields, 'ASSIGNMENT:started')];
  const seconds = (Date.parse(at ?? '') - Date.parse(started ?? '')) / 1000;
  return { created_at: at, lead_time: seconds };
}
