/** Label Studio’s exports JSON and JSON_MIN as items and decisions, whether of our own tasks or made elsewhere. */
import { fail } from '../../../files/errors';
import { v } from '../../../base/schema';
import type { DecisionKey } from '../../decisions';
import type { Item, Suggestion } from '../../task';
import { collector, type Collector } from '../collector';
import { parsed, type FoundItem } from '../form';
import type { Imported } from '../imported';
import { SpanNames, type SpanMapping } from '../mapping';
import { personName } from '../person';
import type { Reject } from '../rejected';
import { remarksIn } from '../remarks';
import { saysYes } from '../said-value';
import { annotationShape, isDrafted, nameOf, type Annotation } from './annotation';
import { asTask, isMinimal } from './minimal';
import { fittingResults, saidBy, saidIn, type ForeignResult } from './result';
import { mappedResults, namesIn } from './spans';
import { roles, type Studio } from './studio';

/** Label Studio and its tools write null where there is none yet. */
const list = v.nullish(v.array(v.unknown()), []);

const task = v.looseObject({
  id: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  data: v.nullish(v.looseObject({}), {}),
  annotations: list,
  /** what versions before 1.0 called annotations */
  completions: list,
  drafts: list,
  predictions: list,
});

const prediction = v.object({
  model_version: v.optional(v.nullable(v.string())),
  score: v.optional(v.nullable(v.number())),
  result: v.array(v.unknown()),
});

/** What reading one file needs. */
interface Reading<D, A> {
  readonly studio: Studio<D, A>;
  readonly found: Collector<D, A>;
  readonly names: SpanNames;
  readonly mapping: SpanMapping | null;
}

/**
 * Reads a list of tasks. Tasks without an annotation and cancelled annotations are counted; annotations that cannot be
 * read as a whole are listed and decide nothing; everything else is used. `mapping`: which control and labels mean an
 * anchor term, default ours. @throws LetheError file/invalid if the file is not a list in JSON
 */
export function readLabelStudio<D, A>(
  studio: Studio<D, A>,
  known: readonly Item<D, A>[],
  json: string,
  mapping: SpanMapping | null = null,
): Imported<D, A> {
  const tasks = parsed(json);
  if (!Array.isArray(tasks)) {
    return fail('file/invalid', {
      path: 'Label Studio JSON',
      expected: 'a list of tasks',
      got: json.slice(0, 20),
    });
  }
  const found = collector(studio.form, known);
  const reading = { studio, found, names: new SpanNames(studio.spanControl), mapping };
  tasks.forEach((value: unknown, i) => readTask(reading, value, i + 1));
  return { ...found.imported(), unmapped: mapping === null ? reading.names.unmapped() : null };
}

function readTask<D, A>(reading: Reading<D, A>, record: unknown, place: number): void {
  const { studio, found } = reading;
  const value = isMinimal(record) ? asTask(record, studio.controls, found.at(`record ${place}`)) : record;
  const read = v.safeParse(task, value);
  const where = `task ${read.success ? (read.output.id ?? place) : place}`;
  if (!read.success) return void found.at(where)('unreadable', value);
  const { data, completions, drafts, predictions } = read.output;
  const annotations = [...read.output.annotations, ...completions];
  const given = found.itemFor(data, found.at(where));
  if (!given) return;
  const { item } = given;
  const suggestion = found.isNew(item)
    ? suggestionOf(reading, given, predictions, found.at(`${where}, prediction`))
    : null;
  const asked = suggestion === null ? given : { ...given, item: found.addSuggestion(item, suggestion) };
  if (annotations.length === 0) found.skip(where, 'untouched');
  annotations.forEach((one, i) => {
    const spot = `${where}, annotation ${i + 1}`;
    const annotation = v.safeParse(annotationShape, one);
    if (!annotation.success) found.at(spot)('unreadable', one);
    else if (annotation.output.result?.length === 0 && isDrafted(annotation.output, drafts))
      found.skip(spot, 'untouched');
    else readAnnotation(reading, asked, annotation.output, spot);
  });
}

/**
 * The first prediction, as a suggestion; null, after a call of `reject`, if it is not one. Label Studio exports only the
 * ids of predictions.
 */
function suggestionOf<D, A>(
  reading: Reading<D, A>,
  asked: FoundItem<D, A>,
  [first]: readonly unknown[],
  reject: Reject,
): Suggestion<A> | null {
  if (first === undefined || typeof first === 'number') return null;
  const read = v.safeParse(prediction, first);
  if (!read.success) return reject('unreadable', first);
  const { result, score, model_version: by } = read.output;
  const { studio } = reading;
  const results = resultsIn(reading, result, reject);
  const answer = results && studio.answerOf(asked, results, reject);
  return answer && { answer: studio.form.task.propose(answer), certainty: clamp(score ?? 0), by: by ?? '' };
}

function readAnnotation<D, A>(
  { studio, found, names, mapping }: Reading<D, A>,
  asked: FoundItem<D, A>,
  annotation: Annotation,
  where: string,
): void {
  const { form, spanControl } = studio;
  const { item } = asked;
  const { updated_at, created_at, was_cancelled } = annotation;
  const reject = found.at(where);
  const { who, isGolden } = authorOf(annotation, item.id);
  const changedAt = updated_at ?? created_at;
  if (saysYes(was_cancelled)) {
    found.skip(where, 'cancelled');
    // What the same person submitted before was withdrawn with it.
    if (who) found.addUnread(who, reject, changedAt);
    return;
  }
  if (who === null && !isGolden) return void reject('no-annotator');
  if (spanControl !== null) for (const name of namesIn(annotation.result ?? [])) names.add(name);
  const results = resultsIn({ studio, mapping }, annotation.result, reject);
  const answer = results && studio.answerOf(asked, results, reject);
  if (results === null || answer === null) {
    if (who && !isGolden) found.addUnread(who, reject, changedAt);
  } else if (isGolden) found.addGolden(item, answer, reject);
  else if (who) {
    const [reason, comment] = [saidBy(results, 'reason'), saidBy(results, 'comment')];
    const remarks = remarksIn(form.task.reasons, { ...annotation, reason, comment });
    found.addDecision({ ...who, answer, ...remarks }, reject, changedAt);
  }
}

/** Who decided, and whether it is the right answer instead; `who` null: it names no one. */
function authorOf(
  annotation: Annotation,
  item: string,
): { readonly who: DecisionKey | null; readonly isGolden: boolean } {
  const results = annotation.result ?? [];
  const [given, reviewer] = [saidIn(results, 'role'), personName(saidIn(results, 'reviewer'))];
  const annotator = reviewer ?? nameOf(annotation);
  const role = given === roles.final || annotation.adjudicator === true ? 'adjudicator' : 'annotator';
  return {
    who: annotator === null ? null : { item, annotator, role },
    isGolden: saysYes(annotation.ground_truth) || given === roles.golden,
  };
}

/** The results with our names; null, after a call of `reject`, if they cannot be read as a whole. */
function resultsIn<D, A>(
  { studio: { controls, spanControl }, mapping }: Pick<Reading<D, A>, 'studio' | 'mapping'>,
  results: readonly unknown[] | null,
  reject: Reject,
): ForeignResult[] | null {
  if (results === null) return reject('unreadable');
  const isRenamed = mapping !== null && spanControl !== null;
  return fittingResults(isRenamed ? mappedResults(results, mapping, spanControl) : results, controls, reject);
}

function clamp(score: number): number {
  return Math.min(1, Math.max(0, score));
}
