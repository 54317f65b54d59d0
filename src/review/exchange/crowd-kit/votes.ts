/** Votes, grouped to one decision per worker and item. */
import { groupBy } from '../../../base/group';
import type { Decisions } from '../../decisions';
import type { Decision } from '../../review';
import { numberIn, textIn } from '../form';
import type { Reject } from '../rejected';
import { saidLabel, saysYes } from '../said-value';
import type { Ballots } from './ballots';
import type { AnswerRow, AnswerRows } from './rows';
import { COMPLETE } from './write';

interface Vote<D, A> extends AnswerRow<D, A> {
  readonly label: string;
}

/** What the votes are on, and the decisions that the review has. */
interface Known<D, A> {
  readonly ballots: Ballots<D, A>;
  readonly made: Decisions<Decision<A>>;
}

export function decisionsFromVotes<D, A>(
  { ballots, made }: Known<D, A>,
  { rows, asked }: AnswerRows<D, A>,
  at: (where: string) => Reject,
): Decision<A>[] {
  const votes = rows.flatMap((row): Vote<D, A>[] => {
    const label = saidLabel(ballots.task.labels, row.value);
    if (label !== undefined) return [{ ...row, label }];
    at(row.where)('unknown-label', row.value);
    return [];
  });
  const groups = groupBy(votes, ({ item, worker }) => JSON.stringify([item.id, worker]));
  return [...groups.values()].flatMap((group): Decision<A>[] => {
    const [first] = group;
    if (!first) return [];
    const { item, worker: annotator, where, fields } = first;
    const here = made.on(item.id).map(({ answer }) => answer);
    const earlier = made.find({ item: item.id, annotator, role: 'annotator' });
    const votesBy = lastVotes(group, at);
    const ballot = {
      labels: new Map([...votesBy].map(([question, { label }]) => [question, label])),
      asked: new Set([...(asked.get(item.id) ?? []), ...ballots.task.questions(item, here)]),
      isWhole: group.every((vote) => saysYes(vote.fields[COMPLETE])),
      text: ballots.texts && (textIn(fields, 'text') ?? (earlier && ballots.texts.of(earlier.answer))),
      rejectOn: (question: string) => at(votesBy.get(question)?.where ?? where),
    };
    const answer = ballots.answerOf(item, ballot);
    if (answer === null) return [];
    const remarks = { reason: null, comment: '', leadTime: numberIn(fields, 'lead_time'), at: null };
    return [{ item: item.id, annotator, role: 'annotator', answer, ...remarks }];
  });
}

/** The vote on each question: of two votes of one worker the later one counts. */
function lastVotes<D, A>(
  votes: readonly Vote<D, A>[],
  at: (where: string) => Reject,
): ReadonlyMap<string, Vote<D, A>> {
  const last = new Map<string, Vote<D, A>>();
  for (const vote of votes) {
    const earlier = last.get(vote.question);
    if (earlier) at(earlier.where)('duplicate', vote.worker);
    last.set(vote.question, vote);
  }
  return last;
}
