/** Progress of a run of several stages, and the time left. */
import { unlearningOf, type RunSettings } from '../../methods/settings';
import { scopeWork, type Scope } from './evaluation-scope';
import type { StageName } from '../../pipeline/stage';

/**
 * The work of labelling the shipped data set, in blocks of a training step; measured once. For a longer or shorter
 * text, the estimate is less accurate; the run is not affected.
 */
const LABEL_WORK = 1800;

/** The settings that the work of the stages depends on. */
export type Planned = RunSettings & { readonly scope: Scope };

/** The work of a stage, in blocks of a training step. */
export function workOf(stage: StageName, planned: Planned): number {
  const { reinforce, unlearn, scope } = planned;
  switch (stage) {
    case 'reinforce':
      return reinforce.steps * reinforce.batch;
    case 'label':
      return LABEL_WORK;
    case 'unlearn':
      return unlearningOf(planned).by === 'training' ? unlearn.steps * unlearn.batch : 0;
    case 'evaluate':
      return scopeWork[scope];
  }
}

export interface Overall {
  readonly stage: StageName;
  /** work done so far; the total is `of` */
  readonly done: number;
  readonly of: number;
  /** seconds left, null before there is a rate */
  readonly eta: number | null;
}

/** `share` of `stages[at]` is done, `seconds` after the first began. */
export function overall(
  stages: readonly StageName[],
  at: number,
  share: number,
  seconds: number,
  planned: Planned,
): Overall | null {
  const stage = stages[at];
  if (!stage) return null;
  const work = stages.map((name) => workOf(name, planned));
  const total = work.reduce((sum, one) => sum + one, 0);
  const before = work.slice(0, at).reduce((sum, one) => sum + one, 0);
  const done = before + share * (work[at] ?? 0);
  return { stage, done, of: total, eta: done > 0 && seconds > 0 ? (seconds * (total - done)) / done : null };
}
