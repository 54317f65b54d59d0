/** Crowd-Kit’s CSV, see `write.ts`, as decisions about the items of a review, which the file itself does not contain. */
import { parseCsv } from '../../../base/csv';
import { Decisions } from '../../decisions';
import type { Decision } from '../../review';
import type { Item } from '../../task';
import type { Imported } from '../imported';
import { rejections } from '../rejected';
import type { Ballots } from './ballots';
import { isGolden, itemsFromGolden } from './golden';
import { answerRows } from './rows';
import { decisionsFromTexts } from './texts';
import { decisionsFromVotes } from './votes';

/**
 * Reads a file of votes or, if it has a column `text` and no `label`, one of texts; one with nothing but tasks
 * and labels has known answers. Votes are on single spans: they make
 * a complete answer only where a column `complete` says so, as in our own files, and there is a vote on every span that
 * the file or the review has. `made`: the decisions of the review. @throws LetheError file/invalid without the columns
 */
export function readCrowdKit<D, A>(
  ballots: Ballots<D, A>,
  known: readonly Item<D, A>[],
  csv: string,
  made: Decisions<Decision<A>> = Decisions.of(),
): Imported<D, A> {
  const { list: rejected, at } = rejections();
  const table = parseCsv(csv);
  const columns = table[0]?.fields ?? [];
  if (isGolden(table)) {
    const items = itemsFromGolden({ ballots, items: known, made }, table, at);
    return { items, decisions: [], rejected };
  }
  const column = columns.includes('text') && !columns.includes('label') ? 'text' : 'label';
  const { rows, asked } = answerRows(ballots, known, table, { column, at });
  const { texts } = ballots;
  if (column === 'label') {
    const decisions = decisionsFromVotes({ ballots, made }, { rows, asked }, at);
    return { items: [], decisions, rejected };
  }
  if (texts !== null) return { items: [], ...decisionsFromTexts({ texts, made }, rows, at), rejected };
  for (const { where, value } of rows) at(where)('no-texts', value);
  return { items: [], decisions: [], rejected };
}
