/** The status that the page shows for a stage: of its result, or of the run in progress. */
import { statusOf, type StageStatus } from '../../pipeline/status';
import type { StageName } from '../../pipeline/stage';
import type { RunState } from './run-state.svelte';

export type ShownStatus =
  | Exclude<StageStatus, { readonly kind: 'skipped' }>
  /** left out by the method itself, or by its settings */
  | { readonly kind: 'skipped'; readonly by: 'method' | 'settings' }
  | { readonly kind: 'running' | 'failed' }
  /** the seed of the recorded run */
  | { readonly kind: 'recorded'; readonly seed: number };

export function shownStatus(run: RunState, stage: StageName): ShownStatus {
  const { phase, outcome } = run.stages[stage];
  const status = statusOf(run.pipeline, stage, run.now);
  if (status.kind === 'skipped') return { ...status, by: run.pipeline[stage] ? 'settings' : 'method' };
  if (phase.kind === 'running' || phase.kind === 'failed') return { kind: phase.kind };
  if (outcome?.source === 'recorded' && run.recording) {
    return { kind: 'recorded', seed: run.recording.run.settings.seed };
  }
  return status.kind === 'ready' && !run.loaded ? { kind: 'empty' } : status;
}
