/** Decisions as votes, the input of aggregation and agreement. */
import type { Golden, Vote } from './aggregate/vote';
import type { Decision, Review } from './review';
import type { Item, ReviewTask } from './task';

/** The decisions about an item: annotators’ and, if there is one, the final one. */
export interface Decided<D, A> {
  readonly item: Item<D, A>;
  readonly decisions: readonly Decision<A>[];
  readonly final: Decision<A> | null;
}

/** Every item with its decisions, in the order of the items. */
export function decidedItems<D, A>({ items, decisions }: Review<D, A>): Decided<D, A>[] {
  return items.map((item) => {
    const all = decisions.on(item.id);
    return {
      item,
      decisions: all.filter(({ role }) => role === 'annotator'),
      final: all.find(({ role }) => role === 'adjudicator') ?? null,
    };
  });
}

/** The votes on one item; final decisions are not votes. */
export function votesOn<D, A>(task: ReviewTask<D, A>, { item, decisions }: Decided<D, A>): Vote[] {
  const questions = task.questions(item, decisions.map(({ answer }) => answer)); // prettier-ignore
  return questions.flatMap((question) =>
    decisions.flatMap(({ annotator: worker, answer }): Vote[] => {
      const label = task.vote(item, question, answer);
      return label === null ? [] : [{ task: question, worker, label }];
    }),
  );
}

/** All votes of a review. */
export function votesOf<D, A>(task: ReviewTask<D, A>, review: Review<D, A>): Vote[] {
  return decidedItems(review).flatMap((decided) => votesOn(task, decided));
}

/** The right label of every question about a golden item. */
export function goldenOf<D, A>(task: ReviewTask<D, A>, review: Review<D, A>): Golden {
  const golden = new Map<string, string>();
  for (const { item, decisions } of decidedItems(review)) {
    const right = item.golden;
    if (right === null) continue;
    for (const question of task.questions(item, [right, ...decisions.map(({ answer }) => answer)])) {
      const label = task.vote(item, question, right);
      if (label !== null) golden.set(question, label);
    }
  }
  return golden;
}
