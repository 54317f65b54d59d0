/** The input of a training step: token ids, their labels, and what the objective reads besides. */
import { fromEntries } from '../base/records';
import type { TrainShape } from '../llama/graphs/train-step';
import type { ObjectiveInput } from '../llama/objective';
import type { HostTensor } from '../runtime/device';

/** Hugging Face's label for positions that are ignored. */
export const IGNORED = -100;

/** Whether a row of a batch is from the forget set or from the retain set. */
export type RowKind = 'forget' | 'retain';

/** B rows of T tokens, with labels. */
export interface TrainBatch {
  /** i32 [B, T] */
  readonly ids: Int32Array;
  /** i32 [B, T, K]: what should follow each token, −100 = ignored; K = 1 for hard labels */
  readonly labels: Int32Array;
  /** f32 [B, T, K]: the share of each label in its position, summing to 1. Default: 1 for each label */
  readonly shares?: Float32Array;
  /** [B]; required if the objective reads `isForget` */
  readonly rowKinds?: readonly RowKind[];
  /** f32 [B, T, K], ln p of each label under the reference model; required if the objective reads it */
  readonly referenceLogProbs?: Float32Array;
  /** i32 [B, T]: a token that must not follow, −100 = none; required if the objective reads `negatives` */
  readonly negatives?: Int32Array;
}

type BatchTensors = Record<'ids' | 'labels' | 'weights', HostTensor> &
  Partial<Record<ObjectiveInput, HostTensor>>;

/**
 * The batch as fed to the graph of a training step: ignored labels get label 0 and weight 0.
 * @throws RangeError if the batch lacks what the objective reads
 */
export function batchTensors(
  batch: TrainBatch,
  { batch: B, length: T, targets: K = 1, objective }: TrainShape,
): BatchTensors {
  const { ids, labels, shares, rowKinds, referenceLogProbs, negatives } = batch;
  const perLabel = (data: Int32Array | Float32Array): HostTensor => ({ shape: [B, T, K], data });
  const needed = <X>(found: X | undefined, what: string): X => {
    if (found !== undefined) return found;
    throw new RangeError(`the objective "${objective.id}" expected a batch with ${what}`);
  };
  const read: Readonly<Record<ObjectiveInput, () => HostTensor>> = {
    isForget() {
      const isForget = needed(rowKinds, 'rowKinds').map((kind) => Number(kind === 'forget'));
      return { shape: [B, 1], data: Float32Array.from(isForget) };
    },
    referenceLogProbs: () => perLabel(needed(referenceLogProbs, 'referenceLogProbs')),
    negatives: () => ({ shape: [B, T], data: needed(negatives, 'negatives').map(orZero) }),
    hasNegative: () => ({
      shape: [B, T],
      data: Float32Array.from(needed(negatives, 'negatives'), (id) => Number(id !== IGNORED)),
    }),
  };
  return {
    ids: { shape: [B, T], data: ids },
    labels: perLabel(labels.map(orZero)),
    weights: perLabel(Float32Array.from(labels, (label, i) => (label === IGNORED ? 0 : (shares?.[i] ?? 1)))),
    ...fromEntries(objective.reads.map((name) => [name, read[name]()] as const)),
  };
}

/** A token that graphs accept as an index. */
const orZero = (id: number): number => (id === IGNORED ? 0 : id);
