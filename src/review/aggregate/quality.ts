/** The accuracy of each annotator: against golden answers, and against the majority. */
import { groupBy } from '../../base/group';
import { majority } from './majority';
import type { Golden, Vote } from './vote';

export interface Quality {
  readonly worker: string;
  readonly votes: number;
  /** Votes on golden tasks, and how many of them are right. */
  readonly golden: { readonly asked: number; readonly right: number };
  /** Share of the golden votes that are right; null without any. */
  readonly accuracy: number | null;
  /** Share of all votes that agree with the plain majority, own votes included, golden tasks not pinned. */
  readonly agreement: number;
}

/** Per worker, in order of first vote. */
export function qualityOf(votes: readonly Vote[], golden: Golden = new Map()): Quality[] {
  const { skills } = majority(votes);
  return [...groupBy(votes, ({ worker }) => worker)].map(([worker, own]) => {
    const asked = own.filter(({ task }) => golden.has(task));
    const right = asked.filter(({ task, label }) => golden.get(task) === label).length;
    return {
      worker,
      votes: own.length,
      golden: { asked: asked.length, right },
      accuracy: asked.length === 0 ? null : right / asked.length,
      agreement: skills.get(worker) ?? 0,
    };
  });
}
