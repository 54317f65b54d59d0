/** The status that the page shows for a stage: of its result, or of the run in progress. */
import { statusOf, type StageStatus } from '../../pipeline/status';
import type { StageName } from '../../pipeline/stage';
import type { Recording } from './recording';
import type { RunState } from './run-state.svelte';

export type ShownStatus =
  | Exclude<StageStatus, { readonly kind: 'skipped' }>
  /** left out by the method itself, or by its settings */
  | { readonly kind: 'skipped'; readonly by: 'method' | 'settings' }
  | { readonly kind: 'running' | 'failed' }
  /** the seed of the recorded run */
  | { readonly kind: 'recorded'; readonly seed: number };

export function shownStatus(run: RunState, stage: StageName): ShownStatus {
  const { phase } = run.stages[stage];
  const status = statusOf(run.pipeline, stage, run.now);
  if (status.kind === 'skipped') return { ...status, by: run.pipeline[stage] ? 'settings' : 'method' };
  if (phase.kind === 'running' || phase.kind === 'failed') return { kind: phase.kind };
  const recorded = recordingShown(run, stage);
  if (recorded) return { kind: 'recorded', seed: recorded.run.settings.seed };
  return status.kind === 'ready' && !run.loaded ? { kind: 'empty' } : status;
}

/** The recorded run if the stage shows it, or will once its part is fetched; null if not. */
function recordingShown(run: RunState, stage: StageName): Recording | null {
  const { outcome, interrupted } = run.stages[stage];
  if (outcome) return outcome.source === 'recorded' ? run.recording : null;
  return interrupted ? null : run.recorded;
}
