/** Toloka’s TSV, see `write.ts`, as items and decisions. Only assignments that are APPROVED or SUBMITTED count. */
import { parseCsv } from '../../../base/csv';
import type { Item } from '../../task';
import { collector } from '../collector';
import { textIn, type FormFields, type Form } from '../form';
import type { Imported } from '../imported';
import { SpanNames, type SpanMapping } from '../mapping';
import { personName } from '../person';
import { remarksIn } from '../remarks';
import { saidText } from '../said-value';
import { tableRowsOf } from '../table';
import { labelsIn, relabelled } from './labels';

const COUNTED = ['APPROVED', 'SUBMITTED'];

/** Reads a pool or results. `mapping`: which labels of spans mean an anchor term, default ours. */
export function readToloka<D, A>(
  form: Form<D, A>,
  known: readonly Item<D, A>[],
  tsv: string,
  mapping: SpanMapping | null = null,
): Imported<D, A> {
  const { at, itemFor, addGolden, addDecision, addUnread, imported } = collector(form, known);
  const names = new SpanNames(null);
  /** The fields of an answer, with our labels. */
  const answerIn = (prefix: 'GOLDEN' | 'OUTPUT', fields: FormFields): FormFields => {
    const given = unprefixed(prefix, fields);
    if (!form.hasSpans) return given;
    for (const label of labelsIn(given)) names.add({ control: null, label });
    return mapping === null ? given : relabelled(given, mapping);
  };
  const table = parseCsv(tsv, { delimiter: '\t' });
  for (const { where, fields, isBroken } of tableRowsOf(table, 'Toloka TSV', [])) {
    const reject = at(where);
    if (isBroken) {
      reject('broken-row', Object.values(fields).join(' '));
      continue;
    }
    const found = itemFor(unprefixed('INPUT', fields), reject);
    if (!found) continue;
    const { item } = found;
    const golden = answerIn('GOLDEN', fields);
    if (Object.values(golden).some((value) => saidText(value) !== null)) {
      const answer = form.answerOf(found, golden, reject);
      if (answer !== null) addGolden(item, answer, reject);
    }
    if (!('ASSIGNMENT:worker_id' in fields)) continue;
    const annotator = personName(fields['ASSIGNMENT:worker_id']);
    const status = textIn(fields, 'ASSIGNMENT:status');
    if (annotator === null) reject('no-annotator');
    else if (status !== null && !COUNTED.includes(status.toUpperCase())) reject('not-submitted', status);
    else {
      const outputs = answerIn('OUTPUT', fields);
      const answer = form.answerOf(found, outputs, reject);
      const remarks = remarksIn(form.task.reasons, { ...outputs, ...timesOf(fields) });
      const who = { item: item.id, annotator, role: 'annotator' } as const;
      if (answer === null) addUnread(who, reject, remarks.at);
      else addDecision({ ...who, answer, ...remarks }, reject);
    }
  }
  return { ...imported(), unmapped: mapping === null ? names.unmapped() : null };
}

function unprefixed(prefix: string, fields: FormFields): FormFields {
  const start = `${prefix}:`;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(start) ? [[name.slice(start.length), value]] : [],
    ),
  );
}

function timesOf(fields: FormFields): FormFields {
  const [at, started] = [textIn(fields, 'ASSIGNMENT:submitted'), textIn(fields, 'ASSIGNMENT:started')];
  const seconds = (Date.parse(at ?? '') - Date.parse(started ?? '')) / 1000;
  return { created_at: at, lead_time: seconds };
}
