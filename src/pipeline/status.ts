/** Where the stages of a run are: made, out of date and why, or still to be run. */
import { changedParts, fingerprint, type RunInputs } from './fingerprint';
import { runs, stagesOf, type Pipeline, type StageName } from './stage';

export type StageStatus =
  /** the method, or these settings, leave it out */
  | { readonly kind: 'skipped' }
  /** nothing made, and a stage before it must run first */
  | { readonly kind: 'empty' }
  /** nothing made, and it can run */
  | { readonly kind: 'ready' }
  | { readonly kind: 'done' }
  /** made from something else than what there is now; `because` names the parts */
  | { readonly kind: 'outOfDate'; readonly because: readonly string[] };

/** The status of `stage`. It is out of date too when a stage that it needs is. */
export function statusOf(pipeline: Pipeline, stage: StageName, now: RunInputs): StageStatus {
  if (!runs(pipeline, stage, now.settings)) return { kind: 'skipped' };
  const made = now.results[stage];
  if (!made) return { kind: missingBefore(pipeline, stage, now).length > 0 ? 'empty' : 'ready' };
  if (made.isGiven === true) return { kind: 'done' };
  const because = [
    ...neededBy(pipeline, stage, now).flatMap((need) => reasons(statusOf(pipeline, need, now))),
    ...changedParts(made.fingerprint, fingerprint(pipeline, stage, now)),
  ];
  return because.length === 0 ? { kind: 'done' } : { kind: 'outOfDate', because: [...new Set(because)] };
}

/** The stages before `stage` that have to run, or run again, first; in order. */
export function missingBefore(pipeline: Pipeline, stage: StageName, now: RunInputs): StageName[] {
  const missing = new Set(
    neededBy(pipeline, stage, now).flatMap((need) => {
      if (now.results[need]?.isGiven === true) return [];
      const before = missingBefore(pipeline, need, now);
      return statusOf(pipeline, need, now).kind === 'done' ? before : [...before, need];
    }),
  );
  return stagesOf(pipeline, now.settings).filter((name) => missing.has(name));
}

function neededBy(pipeline: Pipeline, stage: StageName, { settings }: RunInputs): StageName[] {
  return (pipeline[stage]?.needs ?? []).filter((need) => runs(pipeline, need, settings));
}

function reasons(status: StageStatus): readonly string[] {
  return status.kind === 'outOfDate' ? status.because : [];
}
