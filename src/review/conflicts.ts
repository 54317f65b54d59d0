/** Where annotators disagree and nobody has decided finally: the adjudicator’s queue. */
import { groupBy } from '../base/group';
import type { Review } from './review';
import type { ReviewTask } from './task';
import { decidedItems, votesOn, type Decided } from './votes';

export interface Conflict<D, A> extends Decided<D, A> {
  /** What they disagree about. */
  readonly questions: readonly string[];
}

/** Items whose votes differ, in their order. An adjudicator’s decision takes an item off the queue. */
export function conflictsOf<D, A>(task: ReviewTask<D, A>, review: Review<D, A>): Conflict<D, A>[] {
  return decidedItems(review).flatMap((decided): Conflict<D, A>[] => {
    if (decided.final) return [];
    const byQuestion = groupBy(votesOn(task, decided), (vote) => vote.task);
    const questions = [...byQuestion]
      .filter(([, votes]) => new Set(votes.map(({ label }) => label)).size > 1)
      .map(([question]) => question);
    return questions.length === 0 ? [] : [{ ...decided, questions }];
  });
}
