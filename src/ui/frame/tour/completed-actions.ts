/** The actions completed on the page so far, for the tour. */
import { stageNames } from '../../../pipeline/stage';
import type { ScreenName } from '../../address/screen-names';
import type { RunState } from '../../run/run-state.svelte';
import type { CompletedActions } from './hints';

export function completedActionsOf(run: RunState, visited: readonly ScreenName[]): CompletedActions {
  return {
    visited,
    loaded: run.loaded !== null,
    made: stageNames.filter((name) => run.stages[name].outcome?.source === 'live'),
    asked: run.conversation.sent.all,
    askedAfter: run.conversation.sent.afterUnlearning,
  };
}
