/** Items on which annotators disagree and that no adjudicator has decided: the adjudicator’s queue. */
import { groupBy } from '../base/group';
import type { Review } from './review';
import type { ReviewTask } from './task';
import { decidedItems, votesOn, type Decided } from './votes';

export interface Conflict<D, A> extends Decided<D, A> {
  /** The questions that they disagree on. */
  readonly questions: readonly string[];
}

/** Items whose votes differ, in their order. An adjudicator’s decision removes an item from the queue. */
export function conflictsOf<D, A>(task: ReviewTask<D, A>, review: Review<D, A>): Conflict<D, A>[] {
  return decidedItems(review).flatMap((decided): Conflict<D, A>[] => {
    if (decided.final || decided.decisions.length < 2) return [];
    const byQuestion = groupBy(votesOn(task, decided), (vote) => vote.task);
    const questions = [...byQuestion]
      .filter(([, votes]) => new Set(votes.map(({ label }) => label)).size > 1)
      .map(([question]) => question);
    return questions.length === 0 ? [] : [{ ...decided, questions }];
  });
}
