/** Texts, added to the votes of the same workers or, where there is none yet, as answers. */
import type { Decisions } from '../../decisions';
import type { Decision } from '../../review';
import type { Reject } from '../rejected';
import type { Texts } from './ballots';
import type { AnswerRow } from './rows';

/** What a review gets from texts. */
interface Given<A> {
  readonly decisions: readonly Decision<A>[];
  /** Its own decisions, with a text that they did not have. */
  readonly completed: readonly Decision<A>[];
}

/** What the texts are added to: the answers’ texts, and the decisions that the review has. */
interface Known<A> {
  readonly texts: Texts<A>;
  readonly made: Decisions<Decision<A>>;
}

export function decisionsFromTexts<D, A>(
  { texts, made }: Known<A>,
  rows: readonly AnswerRow<D, A>[],
  at: (where: string) => Reject,
): Given<A> {
  const [decisions, completed]: [Decision<A>[], Decision<A>[]] = [[], []];
  for (const { item, worker: annotator, value, where } of lastRows(rows, at)) {
    const who = { item: item.id, annotator, role: 'annotator' } as const;
    const before = made.find(who);
    const text = before && texts.of(before.answer);
    if (before === null) {
      const remarks = { reason: null, comment: '', leadTime: null, at: null };
      decisions.push({ ...who, answer: texts.withText(null, value), ...remarks });
    } else if (text === null) completed.push({ ...before, answer: texts.withText(before.answer, value) });
    else if (text !== value) at(where)('already-decided', value);
  }
  return { decisions, completed };
}

/** Of two rows of one worker about one item the later one counts. */
function lastRows<D, A>(
  rows: readonly AnswerRow<D, A>[],
  at: (where: string) => Reject,
): Iterable<AnswerRow<D, A>> {
  const last = new Map<string, AnswerRow<D, A>>();
  for (const row of rows) {
    const key = JSON.stringify([row.item.id, row.worker]);
    const earlier = last.get(key);
    if (earlier) at(earlier.where)('duplicate', row.worker);
    last.set(key, row);
  }
  return last.values();
}
