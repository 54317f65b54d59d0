/** A tour that goes on by what the learner does: the hint is for the first thing not done yet. */
import type { MadeStage, StageName } from '../stage-names';

/** What has been done on this page. */
export interface Doings {
  readonly visited: readonly StageName[];
  /** whether a model is loaded */
  readonly loaded: boolean;
  /** stages that came to their end, live */
  readonly made: readonly MadeStage[];
  /** prompts asked so far, and those of them after unlearning */
  readonly asked: number;
  readonly askedAfter: number;
}

const done = {
  anchors: ({ visited }: Doings) => visited.includes('anchors'),
  labels: ({ visited }: Doings) => visited.includes('label'),
  load: ({ loaded }: Doings) => loaded,
  ask: ({ asked }: Doings) => asked > 0,
  reinforce: ({ made }: Doings) => made.includes('reinforce'),
  label: ({ made }: Doings) => made.includes('label'),
  unlearn: ({ made }: Doings) => made.includes('unlearn'),
  askAgain: ({ askedAfter }: Doings) => askedAfter > 0,
  evaluate: ({ made }: Doings) => made.includes('evaluate'),
} as const;

export type Hint = keyof typeof done;
/** In the order of the tour. */
export const hints = [
  'anchors',
  'labels',
  'load',
  'ask',
  'reinforce',
  'label',
  'unlearn',
  'askAgain',
  'evaluate',
] as const satisfies readonly Hint[];

/** What to try next; null once everything was. Whoever is ahead of the tour is not led back. */
export function hintFor(doings: Doings): Hint | null {
  const last = hints.findLastIndex((hint) => done[hint](doings));
  return hints[last + 1] ?? null;
}
