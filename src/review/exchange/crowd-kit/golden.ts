/**
 * Known answers, Crowd-Kit’s true labels: a table `task,label`, with every task once and no workers. It says nothing of
 * kinds, translations or typed words, which are those of the suggestion.
 */
import type { CsvRow } from '../../../base/csv';
import { groupBy } from '../../../base/group';
import { fail } from '../../../files/errors';
import type { Decisions } from '../../decisions';
import type { Decision } from '../../review';
import type { Item } from '../../task';
import { textIn } from '../form';
import type { Reject } from '../rejected';
import { saidLabel, saidText, saysYes } from '../said-value';
import { tableRowsOf } from '../table';
import type { Ballots } from './ballots';
import { questionFinder } from './rows';
import { COMPLETE } from './write';

interface KnownLabel<D, A> {
  readonly where: string;
  readonly item: Item<D, A>;
  readonly question: string;
  readonly label: string;
  readonly isWhole: boolean;
}

/** Columns of a table of known answers; pandas adds its index, without a name or with this one. */
const COLUMNS: readonly string[] = ['task', 'label', COMPLETE, '', 'Unnamed: 0'];

/** Whether a table has these columns. With any other it could be one of votes whose workers have another name. */
export function isGolden([header]: readonly CsvRow[]): boolean {
  const columns = header?.fields ?? [];
  return columns.includes('label') && columns.every((name) => COLUMNS.includes(name));
}

/** What the answers are to, and the decisions about it. */
interface Known<D, A> {
  readonly ballots: Ballots<D, A>;
  readonly items: readonly Item<D, A>[];
  readonly made: Decisions<Decision<A>>;
}

/**
 * The items that have a known answer in the file and none here.
 * @throws LetheError file/invalid if a task occurs twice: the rows are votes then, whose workers are missing
 */
export function itemsFromGolden<D, A>(
  { ballots, items, made }: Known<D, A>,
  table: readonly CsvRow[],
  at: (where: string) => Reject,
): Item<D, A>[] {
  const groups = groupBy(knownLabels(ballots, items, table, at), ({ item }) => item);
  return [...groups].flatMap(([item, rows]): Item<D, A>[] => {
    if (item.golden !== null) {
      for (const { where, question, label } of rows)
        if (ballots.task.vote(item, question, item.golden) !== label) at(where)('other-golden', question);
      return [];
    }
    const here = made.on(item.id).map(({ answer }) => answer);
    const places = new Map(rows.map(({ question, where }) => [question, where]));
    const golden = ballots.answerOf(item, {
      labels: new Map(rows.map(({ question, label }) => [question, label])),
      asked: new Set([...places.keys(), ...ballots.task.questions(item, here)]),
      isWhole: rows.every(({ isWhole }) => isWhole),
      text: null,
      rejectOn: (question) => at(places.get(question) ?? ''),
    });
    return golden === null ? [] : [{ ...item, golden }];
  });
}

function knownLabels<D, A>(
  ballots: Ballots<D, A>,
  items: readonly Item<D, A>[],
  table: readonly CsvRow[],
  at: (where: string) => Reject,
): KnownLabel<D, A>[] {
  const find = questionFinder(ballots, items);
  const places = new Map<string, string>();
  return tableRowsOf(table, 'Crowd-Kit CSV', ['task', 'label']).flatMap((row): KnownLabel<D, A>[] => {
    const { where, fields, isBroken } = row;
    const reject = at(where);
    const task = textIn(fields, 'task') ?? '';
    const { item, question } = find(task);
    const earlier = places.get(question);
    if (earlier !== undefined)
      fail('file/invalid', {
        path: 'Crowd-Kit CSV',
        expected: 'a column worker or, for known answers, every task once',
        got: `the same task in ${earlier} and ${where}`,
      });
    if (!isBroken) places.set(question, where);
    const said = saidText(fields.label);
    const label = said === null ? undefined : saidLabel(ballots.task.labels, said);
    if (isBroken) reject('broken-row', Object.values(fields).join(','));
    else if (!item) reject('unknown-item', task);
    else if (said === null) reject('incomplete');
    else if (label === undefined) reject('unknown-label', said);
    else return [{ where, item, question, label, isWhole: saysYes(fields[COMPLETE]) }];
    return [];
  });
}
