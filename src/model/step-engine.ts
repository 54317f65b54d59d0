/** What a trainer asks of the code that computes its steps: with one graph, or layer by layer. */
import type { AdamWState, StepInputs } from '../llama/adamw';
import { entriesOf, fromEntries } from '../base/records';
import type { HostTensor } from '../runtime/device';
import type { TrainBatch } from './train-batch';

/** Parameters and moments, [P] each. */
export type FlatState = Readonly<Record<keyof AdamWState, Float32Array>>;

/** Single numbers of a step. */
export type StepNumbers = Readonly<Record<keyof StepInputs, number>>;

export interface StepReport {
  /** The loss on the batch, before this step. */
  readonly loss: number;
  /** Norm of the whole gradient, before clipping. */
  readonly gradientNorm: number;
}

export interface StepEngine {
  /** Takes one step. @throws RangeError if the batch lacks what the objective reads */
  take(batch: TrainBatch, numbers: StepNumbers): Promise<StepReport>;
  /** One of the vectors of the state, [P]. */
  read(name: keyof FlatState): Promise<Float32Array>;
  release(): Promise<void>;
}

/** Each number as f32 [1]. */
export function numberFeeds<K extends string>(numbers: Readonly<Record<K, number>>): Record<K, HostTensor> {
  return fromEntries(
    entriesOf<K, number>(numbers).map(([name, x]) => [name, { shape: [1], data: Float32Array.of(x) }]),
  );
}
