/**
 * Crowd-Kit’s CSV: `task,worker,label`, one row per vote. Each span is a question, `block|start|end` in UTF-16
 * units, answered yes or no. Better continuations of the language check are texts, `task,worker,text`, in a separate
 * file; golden answers are `task,label`. Crowd-Kit ignores other columns. Final decisions are not votes.
 */
import { parseCsv, writeCsv } from '../../base/csv';
import { groupBy } from '../../base/group';
import { decisionOf, type Decision, type Review } from '../review';
import type { Item } from '../task';
import { decidedItems, goldenOf, votesOn } from '../votes';
import type { Ballots } from './ballots';
import { numberIn, textIn } from './form';
import type { Imported } from './imported';
import { saidLabel, saidText } from './said-value';
import { rejections } from './rejected';
import { sourceFields, type Source } from './source';
import { tableRowsOf } from './table';

/** The votes of a review. */
export function writeCrowdKit<D, A>(
  { task }: Pick<Ballots<D, A>, 'task'>,
  review: Review<D, A>,
  source: Source | null = null,
): string {
  const origin = Object.entries(sourceFields(source));
  const rows = decidedItems(review).flatMap((decided) =>
    votesOn(task, decided).map(({ task: question, worker, label }) => {
      const leadTime = decisionOf(review, decided.item.id, worker)?.leadTime ?? '';
      const isGolden = decided.item.golden !== null;
      return [question, worker, label, String(leadTime), String(isGolden), ...origin.map(([, hash]) => hash)];
    }),
  );
  return writeCsv([
    ['task', 'worker', 'label', 'lead_time', 'golden', ...origin.map(([name]) => name)],
    ...rows,
  ]);
}

/** The texts of a review; only the language check has any. */
export function writeCrowdKitTexts<D, A>({ textOf }: Ballots<D, A>, review: Review<D, A>): string {
  const rows = decidedItems(review).flatMap(({ item, decisions }) =>
    decisions.flatMap(({ annotator, answer }) => {
      const text = textOf(answer);
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
  return writeCsv([['task', 'label'], ...goldenOf(task, review)]);
}

/**
 * Reads votes, and texts if there are any, about the items of a review, which the file itself does not contain.
 * @throws LetheError file/invalid if a column is missing
 */
export function readCrowdKit<D, A>(
  ballots: Ballots<D, A>,
  known: readonly Item<D, A>[],
  csv: string,
  textsCsv = 'task,worker,text\n',
): Imported<D, A> {
  const { list: rejected, at } = rejections();
  const items = new Map(known.map((item) => [ballots.keyOf(item), item]));
  /** the questions about each item in the file, also those whose answer cannot be read */
  const asked = new Map<string, Set<string>>();
  const votes = tableRowsOf(parseCsv(csv), 'Crowd-Kit CSV', ['task', 'worker', 'label']).flatMap(
    ({ where, fields, isBroken }) => {
      const reject = at(where);
      const question = textIn(fields, 'task') ?? '';
      const [worker, text] = [textIn(fields, 'worker'), saidText(fields.label)];
      const label = saidLabel(ballots.task.labels, text ?? '');
      const item = items.get(ballots.keyIn(question));
      if (item) asked.set(item.id, (asked.get(item.id) ?? new Set<string>()).add(question));
      if (isBroken) reject('broken-row', Object.values(fields).join(','));
      else if (!item) reject('unknown-item', question);
      else if (worker === null) reject('no-annotator');
      else if (text === null) reject('incomplete');
      else if (label === undefined) reject('unknown-label', text);
      else return [{ where, item, worker, question, label, leadTime: numberIn(fields, 'lead_time') }];
      return [];
    },
  );
  const texts = new Map(
    tableRowsOf(parseCsv(textsCsv), 'Crowd-Kit CSV', ['task', 'worker', 'text']).map(({ fields }) => [
      JSON.stringify([fields.task, fields.worker]),
      textIn(fields, 'text'),
    ]),
  );
  const decisions = [...groupBy(votes, ({ item, worker }) => JSON.stringify([item.id, worker]))].flatMap(
    ([key, group]): Decision<A>[] => {
      const [first] = group;
      if (!first) return [];
      const labels = new Map<string, string>();
      /** where each label is from: of two votes of one worker the later one counts */
      const places = new Map<string, string>();
      for (const { where, question, label, worker } of group) {
        const earlier = places.get(question);
        if (earlier !== undefined) at(earlier)('duplicate', worker);
        labels.set(question, label);
        places.set(question, where);
      }
      const { item, worker: annotator, leadTime } = first;
      const ballot = { labels, asked: asked.get(item.id) ?? new Set<string>(), text: texts.get(key) ?? null };
      const answer = ballots.answerOf(item, ballot, at(first.where));
      if (answer === null) return [];
      return [
        {
          item: item.id,
          annotator,
          role: 'annotator',
          answer,
          reason: null,
          comment: '',
          leadTime,
          at: null,
        },
      ];
    },
  );
  return { items: [], decisions, rejected };
}
