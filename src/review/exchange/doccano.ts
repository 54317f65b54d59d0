/**
 * doccano’s JSONL: `{"text": …, "label": [[start, end, "ANCHOR"]]}` for spans, `{"text": …, "label": ["correct"]}` for
 * the other two tasks. Offsets are code points. doccano keeps other keys as metadata, and does not name the annotator,
 * so the importer names one for lines without `worker`. Golden answers are not exported before the decision.
 */
import { v } from '../../base/schema';
import type { Review } from '../review';
import type { Item } from '../task';
import type { AnchorAnswer, AnchorData } from '../tasks/anchors';
import type { EvaluationAnswer, EvaluationData } from '../tasks/evaluation';
import type { LanguageAnswer, LanguageData } from '../tasks/language';
import { decidedItems } from '../votes';
import { collector } from './collector';
import { parsed, textIn, type FormFields, type Form } from './form';
import { anchorForm, evaluationForm, languageForm } from './forms';
import type { Imported } from './imported';
import { fromCodePoints, toCodePoints, type OffsetUnit } from './offsets';
import type { Reject } from './rejected';
import { remarkFields, remarksIn } from './remarks';
import { sourceFields, type Source } from './source';
import { ANCHOR, answerFromSpans, kindOfLabel, markedSpans, type ForeignSpan } from './spans';

/** A line as read: its labels, and all its other fields. */
interface Line {
  readonly labels: readonly unknown[];
  readonly fields: FormFields;
  readonly unit: OffsetUnit;
}

/** How a task is written to doccano. */
export interface Doccano<D, A> {
  readonly form: Form<D, A>;
  /** What doccano shows. */
  readonly textOf: (data: D) => string;
  /** The rest of an answer besides its labels, as metadata. */
  readonly extrasOf: (answer: A) => FormFields;
  readonly labelsOf: (item: Item<D, A>, answer: A) => readonly unknown[];
  /** null, after a call of `reject`, if the line has no answer. */
  readonly answerOf: (item: Item<D, A>, line: Line, reject: Reject) => A | null;
}

const spanLabel = v.looseTuple([v.number(), v.number(), v.string()]);

/** Kinds and translations are not exported; an import takes them from the suggestion. */
export const anchorDoccano: Doccano<AnchorData, AnchorAnswer> = {
  form: anchorForm,
  textOf: ({ text }) => text,
  extrasOf: () => ({}),
  labelsOf: ({ data }, answer) =>
    markedSpans(answer).map((span) => {
      const { start, end } = toCodePoints(data.text, span);
      return [start, end, ANCHOR];
    }),
  answerOf(item, { labels, fields, unit }, reject) {
    // doccano also exports what was never opened; only our own lines, which name a worker, can say that nothing is one.
    if (labels.length === 0 && textIn(fields, 'worker') === null) return reject('untouched');
    const { text } = item.data;
    const spans = labels.flatMap((label): ForeignSpan[] => {
      const result = v.safeParse(spanLabel, label);
      if (!result.success) {
        reject('unreadable', label);
        return [];
      }
      const [start, end, name] = result.output;
      const kind = kindOfLabel(name);
      if (kind === undefined) {
        reject('unknown-label', name);
        return [];
      }
      const range = unit === 'utf-16' ? { start, end } : fromCodePoints(text, { start, end });
      return [{ ...range, text: text.slice(range.start, range.end), kind, translations: null }];
    });
    return answerFromSpans(item, spans, reject, spans.length === labels.length);
  },
};

export const languageDoccano: Doccano<LanguageData, LanguageAnswer> = {
  form: languageForm,
  textOf: ({ prompt, completion }) => `${prompt}${completion}`,
  extrasOf: ({ replacement }) => ({ replacement }),
  labelsOf: (_item, { verdict }) => [verdict],
  answerOf: (item, { labels: [verdict], fields }, reject) =>
    languageForm.answerOf(item, { ...fields, verdict }, reject),
};

export const evaluationDoccano: Doccano<EvaluationData, EvaluationAnswer> = {
  form: evaluationForm,
  textOf: ({ prompt, completion }) => `${prompt}${completion}`,
  extrasOf: () => ({}),
  labelsOf: (_item, { grade }) => [String(grade)],
  answerOf: (item, { labels: [grade] }, reject) => evaluationForm.answerOf(item, { grade }, reject),
};

/** Items to annotate, with the suggestions as labels. */
export function writeDoccanoTasks<D, A>(
  doccano: Doccano<D, A>,
  { items }: Review<D, A>,
  source: Source | null = null,
): string {
  const lines = items.map((item) => ({
    ...taskFields(doccano, item, source),
    label: item.suggestion ? doccano.labelsOf(item, item.suggestion.answer) : [],
  }));
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

export interface DoccanoOptions {
  /** The annotator of lines without `worker`. */
  readonly annotator: string;
  /** Default: code points, as doccano counts. */
  readonly unit?: OffsetUnit;
}

/** Reads annotated lines. */
export function readDoccano<D, A>(
  { form, answerOf }: Doccano<D, A>,
  known: readonly Item<D, A>[],
  jsonl: string,
  { annotator, unit = 'code-points' }: DoccanoOptions,
): Imported<D, A> {
  const { at, itemFor, addDecision, imported } = collector(form, known);
  jsonl.split(/\r?\n/).forEach((text, i) => {
    if (text.trim() === '') return;
    const reject = at(`line ${i + 1}`);
    const result = v.safeParse(line, parsed(text));
    const read = result.success ? labelsAndFields(result.output) : null;
    if (read === null) return reject('unreadable', text);
    const { labels, fields } = read;
    const item = itemFor(fields, reject);
    const answer = item && answerOf(item, { labels, fields, unit }, reject);
    if (item === null || answer === null) return;
    const worker = textIn(fields, 'worker') ?? annotator;
    const remarks = remarksIn(form.task.reasons, fields);
    addDecision({ item: item.id, annotator: worker, role: 'annotator', answer, ...remarks }, reject);
  });
  return imported();
}

const line = v.looseObject({});
const labelList = v.array(v.unknown());
const entity = v.looseObject({ start_offset: v.number(), end_offset: v.number(), label: v.string() });

/**
 * A line in any of doccano’s shapes: labels under `label`, earlier `labels`, or, in projects with relations, objects
 * under `entities`; the text under `text`, earlier `data`. null without a list of labels.
 */
function labelsAndFields(given: FormFields): Pick<Line, 'labels' | 'fields'> | null {
  const { label, labels = label, entities = labels, data, ...rest } = given;
  if (!v.is(labelList, entities)) return null;
  const fields = typeof data === 'string' && rest.text === undefined ? { ...rest, text: data } : rest;
  const tuples = entities.map((one) =>
    v.is(entity, one) ? [one.start_offset, one.end_offset, one.label] : one,
  );
  return { labels: tuples, fields };
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
