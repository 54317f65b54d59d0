/**
 * What training minimises, as a graph: from the predictions of a model on a batch to one number. The training step
 * (graphs/train-step.ts) differentiates it, for every method. N = B · T positions, row after row.
 */
import type { Value } from '../graph/ir';
import type { ForwardPass } from './decoder';

/**
 * The logits of all N positions. Objectives read them position by position, so that they may be computed for a few
 * positions at a time and are never in memory as a whole where that would be too much.
 */
export interface Logits {
  /**
   * What `of` makes of the logits f32 [n, V] and the `values` [n, …] of any n positions, for all of them: [N, …]. `values`
   * are among those that an objective is given.
   */
  read(of: (logits: Value, ...values: Value[]) => Value, ...values: Value[]): Value;
}

/** Logits [N, V] that are in memory as a whole. */
export const wholeLogits = (logits: Value): Logits => ({ read: (of, ...values) => of(logits, ...values) });

/** What every objective may use. What it does not use is not computed. */
interface Given extends Pick<ForwardPass, 'hiddenStates'> {
  readonly logits: Logits;
  /** B: values of shape [N, …] have T = N / B positions for each row of the batch */
  readonly batch: number;
  /** i32 [N, K], what should follow each token; 0 where nothing is supervised */
  readonly labels: Value;
  /**
   * f32 [N, K], the share of each label in its position: they sum to 1 in a supervised position and are all 0 elsewhere.
   * They are not divided by the number of positions; see `weightedMean`.
   */
  readonly weights: Value;
  /** The same batch under the reference model, the loaded weights without an adapter. Costs one more forward pass. */
  readonly reference: () => Pick<ForwardPass, 'hiddenStates'>;
}

/** What a batch must contain for the objectives that read it. */
interface Fed {
  /** f32 [N, 1], 1 in forget rows and 0 in retain rows */
  readonly isForget: Value;
  /** f32 [N, K], ln p of each label of the forget rows under the reference model, computed before the training; 0 elsewhere */
  readonly referenceLogProbs: Value;
  /** i32 [N, 1], a token that must not follow: the negative candidate of unlikelihood; 0 where there is none */
  readonly negatives: Value;
  /** f32 [N, 1], 1 where there is a negative candidate and 0 elsewhere */
  readonly hasNegative: Value;
}

export type ObjectiveInput = keyof Fed;
export type ObjectiveContext<R extends ObjectiveInput = ObjectiveInput> = Given & Pick<Fed, R>;

/** Made by `objective`. */
export interface Objective {
  /** Identifies the loss and its constants: objectives with the same id share a compiled graph. */
  readonly id: string;
  /** What is fed at each step, and nothing else. */
  readonly reads: readonly ObjectiveInput[];
  /** One number, []. */
  readonly loss: (context: ObjectiveContext) => Value;
}

/** An objective whose loss sees only what it `reads`; anything else does not compile. */
export function objective<R extends ObjectiveInput>(definition: {
  readonly id: string;
  readonly reads: readonly R[];
  readonly loss: (context: ObjectiveContext<NoInfer<R>>) => Value;
}): Objective {
  return definition;
}
