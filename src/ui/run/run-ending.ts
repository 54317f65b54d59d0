/** How a run ended, and what helps if it is not complete. */
import { isTrained, type StageName, type TrainedStage } from '../../pipeline/stage';
import type { Failure } from '../kit/failure';

export type RunEnding =
  | { readonly kind: 'complete' }
  /** `at`: the stage that did not end; `until`: the last one of the run */
  | { readonly kind: 'stopped'; readonly at: StageName; readonly until: StageName }
  | {
      readonly kind: 'failed';
      readonly at: StageName;
      readonly until: StageName;
      readonly failure: Failure;
    };

/** What to do about a failure. */
export type Remedy =
  /** Take the last good state of a training that diverged, after `step` steps, and go on. */
  | { readonly kind: 'rescue'; readonly stage: TrainedStage; readonly step: string }
  /** Change settings: with the same ones it diverges again. */
  | { readonly kind: 'settings' }
  | { readonly kind: 'again' };

export function remedyFor({ failure, at }: Extract<RunEnding, { kind: 'failed' }>): Remedy {
  const { plain } = failure;
  if (plain?.code !== 'train/diverged') return { kind: 'again' };
  const step = plain.params.good;
  return step !== '' && isTrained(at) ? { kind: 'rescue', stage: at, step } : { kind: 'settings' };
}
