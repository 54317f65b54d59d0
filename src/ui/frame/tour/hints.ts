/** A tour that follows the user's actions: the hint is for the first one not completed. */
import type { StageName } from '../../../pipeline/stage';
import type { ScreenName } from '../../address/screen-names';

/** The actions completed on this page. */
export interface CompletedActions {
  readonly visited: readonly ScreenName[];
  /** whether a model is loaded */
  readonly loaded: boolean;
  /** stages that came to their end, live */
  readonly made: readonly StageName[];
  /** prompts asked so far, and those of them after unlearning */
  readonly asked: number;
  readonly askedAfter: number;
}

const done = {
  anchors: ({ visited }: CompletedActions) => visited.includes('anchors'),
  labels: ({ visited }: CompletedActions) => visited.includes('label'),
  load: ({ loaded }: CompletedActions) => loaded,
  ask: ({ asked }: CompletedActions) => asked > 0,
  reinforce: ({ made }: CompletedActions) => made.includes('reinforce'),
  label: ({ made }: CompletedActions) => made.includes('label'),
  unlearn: ({ made }: CompletedActions) => made.includes('unlearn'),
  askAgain: ({ askedAfter }: CompletedActions) => askedAfter > 0,
  evaluate: ({ made }: CompletedActions) => made.includes('evaluate'),
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

/** The next hint; null at the end. Users ahead of the tour are not led back. */
export function hintFor(completed: CompletedActions): Hint | null {
  const last = hints.findLastIndex((hint) => done[hint](completed));
  return hints[last + 1] ?? null;
}
