/** What has been done on the page so far, as the tour asks. */
import { madeStages, type StageName } from '../stage-names';
import type { RunState } from '../run-state.svelte';
import type { CompletedActions } from './hints';

export function completedActionsOf(run: RunState, visited: readonly StageName[]): CompletedActions {
  return {
    visited,
    loaded: run.loaded !== null,
    made: madeStages.filter((name) => run[name].outcome?.source === 'live'),
    asked: run.questions.all,
    askedAfter: run.questions.afterUnlearning,
  };
}
