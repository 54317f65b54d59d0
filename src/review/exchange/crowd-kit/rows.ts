/** Rows of Crowd-Kit’s CSV by what they are about: an item of the review, a question about it, and a worker. */
import type { CsvRow } from '../../../base/csv';
import type { Item } from '../../task';
import { textIn, type FormFields } from '../form';
import { personName, withoutDecimals } from '../person';
import type { Reject } from '../rejected';
import { saidText } from '../said-value';
import { tableRowsOf } from '../table';
import type { Ballots } from './ballots';

export interface AnswerRow<D, A> {
  readonly where: string;
  readonly item: Item<D, A>;
  readonly question: string;
  readonly worker: string;
  /** The label or the text. */
  readonly value: string;
  readonly fields: FormFields;
}

export interface AnswerRows<D, A> {
  readonly rows: readonly AnswerRow<D, A>[];
  /** The questions about each item, by its id, also those of rows that cannot be used. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Finds the question that the column `task` names, and its item: undefined if none here has it. */
export function questionFinder<D, A>(
  { keyOf, keyIn }: Pick<Ballots<D, A>, 'keyOf' | 'keyIn'>,
  known: readonly Item<D, A>[],
): (task: string) => { readonly question: string; readonly item: Item<D, A> | undefined } {
  const items = new Map(known.map((item) => [keyOf(item), item]));
  return (task) => {
    const question = items.has(keyIn(task)) ? task : withoutDecimals(task);
    return { question, item: items.get(keyIn(question)) };
  };
}

/** The rows with an answer in a column; all others are rejected. @throws LetheError file/invalid without the columns */
export function answerRows<D, A>(
  ballots: Pick<Ballots<D, A>, 'keyOf' | 'keyIn'>,
  known: readonly Item<D, A>[],
  table: readonly CsvRow[],
  { column, at }: { readonly column: 'label' | 'text'; readonly at: (where: string) => Reject },
): AnswerRows<D, A> {
  const find = questionFinder(ballots, known);
  const asked = new Map<string, Set<string>>();
  const rows: AnswerRow<D, A>[] = [];
  for (const { where, fields, isBroken } of tableRowsOf(table, 'Crowd-Kit CSV', ['task', 'worker', column])) {
    const reject = at(where);
    const task = textIn(fields, 'task') ?? '';
    const { item, question } = find(task);
    // A text may be any word, also “None”.
    const value = column === 'text' ? textIn(fields, column) : saidText(fields[column]);
    const worker = personName(fields.worker);
    if (item) asked.set(item.id, (asked.get(item.id) ?? new Set<string>()).add(question));
    if (isBroken) reject('broken-row', Object.values(fields).join(','));
    else if (!item) reject('unknown-item', task);
    else if (worker === null) reject('no-annotator');
    else if (value === null) reject('incomplete');
    else rows.push({ where, item, question, worker, value, fields });
  }
  return { rows, asked };
}
