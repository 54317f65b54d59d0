/** Label Studio’s JSON export as items and decisions, whether exported here or made elsewhere. */
import { fail } from '../../../files/errors';
import { v } from '../../../base/schema';
import type { Item, Suggestion } from '../../task';
import { collector, type Collector } from '../collector';
import { parsed } from '../form';
import type { Imported } from '../imported';
import type { Reject } from '../rejected';
import { remarksIn } from '../remarks';
import { asTask, isMinimal } from './minimal';
import { fittingResults, hasAllSpans, saidBy } from './result';
import { roles, type Studio } from './studio';

const task = v.looseObject({
  id: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  data: v.optional(v.looseObject({}), {}),
  annotations: v.optional(v.array(v.unknown()), []),
  predictions: v.optional(v.array(v.unknown()), []),
});

/** An annotator in Label Studio: a number, or an object. */
const person = v.union([
  v.number(),
  v.object({
    id: v.optional(v.nullable(v.number())),
    email: v.optional(v.nullable(v.string())),
    username: v.optional(v.nullable(v.string())),
  }),
]);

const annotation = v.object({
  worker: v.optional(v.nullable(v.string())),
  completed_by: v.optional(v.nullable(person)),
  adjudicator: v.optional(v.nullable(v.boolean()), false),
  was_cancelled: v.optional(v.nullable(v.boolean()), false),
  ground_truth: v.optional(v.nullable(v.boolean()), false),
  lead_time: v.optional(v.nullable(v.number())),
  created_at: v.optional(v.nullable(v.string())),
  result: v.array(v.unknown()),
});

const prediction = v.object({
  model_version: v.optional(v.nullable(v.string())),
  score: v.optional(v.nullable(v.number())),
  result: v.array(v.unknown()),
});

/**
 * Reads a list of tasks (JSON) or of annotations (JSON_MIN). Cancelled annotations, unknown people and results that do not fit are listed; everything else
 * is used. @throws LetheError file/invalid if the file is not a list in JSON
 */
export function readLabelStudio<D, A>(
  studio: Studio<D, A>,
  known: readonly Item<D, A>[],
  json: string,
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
  tasks.forEach((value: unknown, i) => readTask(studio, found, value, i + 1));
  return found.imported();
}

function readTask<D, A>(studio: Studio<D, A>, found: Collector<D, A>, given: unknown, place: number): void {
  const value = isMinimal(given) ? asTask(given, studio.controls, found.at(`record ${place}`)) : given;
  const read = v.safeParse(task, value);
  const where = `task ${read.success ? (read.output.id ?? place) : place}`;
  if (!read.success) return void found.at(where)('unreadable', value);
  const { data, annotations, predictions } = read.output;
  const item = found.itemFor(data, found.at(where));
  if (!item) return;
  const suggestion = suggestionOf(studio, item, predictions, found.at(`${where}, prediction`));
  const asked = suggestion === null ? item : found.addSuggestion(item, suggestion);
  annotations.forEach((one, a) => {
    readAnnotation(studio, found, asked, one, found.at(`${where}, annotation ${a + 1}`));
  });
}

/**
 * The first prediction, as a suggestion; null, after a call of `reject`, if it is not one. Label Studio exports only the
 * ids of predictions.
 */
function suggestionOf<D, A>(
  { form, controls, answerOf }: Studio<D, A>,
  item: Item<D, A>,
  [first]: readonly unknown[],
  reject: Reject,
): Suggestion<A> | null {
  if (first === undefined || typeof first === 'number') return null;
  const read = v.safeParse(prediction, first);
  if (!read.success) return reject('unreadable', first);
  const { result, score, model_version: by } = read.output;
  const results = fittingResults(result, controls, reject);
  const answer = answerOf(item, results, reject, hasAllSpans(results, result));
  return answer && { answer: form.task.propose(answer), certainty: clamp(score ?? 0), by: by ?? '' };
}

function readAnnotation<D, A>(
  { form, controls, answerOf }: Studio<D, A>,
  found: Collector<D, A>,
  item: Item<D, A>,
  value: unknown,
  reject: Reject,
): void {
  const read = v.safeParse(annotation, value);
  if (!read.success) return void reject('unreadable', value);
  const { result, was_cancelled: isCancelled, ground_truth: isTrue, adjudicator } = read.output;
  if (isCancelled === true) return void reject('cancelled');
  const results = fittingResults(result, controls, reject);
  const given = saidBy(results, 'role');
  const isGolden = isTrue === true || given === roles.golden;
  const annotator = saidBy(results, 'reviewer') ?? nameOf(read.output);
  if (annotator === null && !isGolden) return void reject('no-annotator');
  const answer = answerOf(item, results, reject, hasAllSpans(results, result));
  if (answer === null) return;
  if (isGolden) {
    if (form.task.isComplete(answer)) found.addGolden(item, answer, reject);
    return;
  }
  const remarks = remarksIn(form.task.reasons, {
    ...read.output,
    reason: saidBy(results, 'reason'),
    comment: saidBy(results, 'comment'),
  });
  const isFinal = given === roles.final || adjudicator === true;
  const role = isFinal ? 'adjudicator' : 'annotator';
  found.addDecision({ item: item.id, annotator: annotator ?? '', role, answer, ...remarks }, reject);
}

/** The name that version 0.1 wrote if there is one, otherwise e-mail address, user name or number. */
function nameOf({ worker, completed_by: person }: v.InferOutput<typeof annotation>): string | null {
  const names =
    typeof person === 'number' ? [worker, person] : [worker, person?.email, person?.username, person?.id];
  const name = names.find((one) => one !== null && one !== undefined && one !== '');
  return name === undefined ? null : String(name);
}

function clamp(score: number): number {
  return Math.min(1, Math.max(0, score));
}
