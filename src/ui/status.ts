/** The status that the page shows for a stage: of its result, or of the run in progress. */
import { statusOf, type StageStatus } from '../pipeline/status';
import type { RunState } from './run-state.svelte';
import type { StageName } from '../pipeline/stage';

export type ShownStatus = StageStatus | { readonly kind: 'running' | 'failed' | 'recorded' };

export function shownStatus(run: RunState, stage: StageName): ShownStatus {
  const { phase, outcome } = run[stage];
  const status = statusOf(run.pipeline, stage, run.now);
  if (status.kind === 'skipped') return status;
  if (phase.kind === 'running' || phase.kind === 'failed') return { kind: phase.kind };
  if (outcome?.source === 'recorded') return { kind: 'recorded' };
  return status.kind === 'ready' && !run.loaded ? { kind: 'empty' } : status;
}
