/** What a training step reads: token ids, what should follow them, and what an objective asks for besides. */
import { fromEntries } from '../base/records';
import type { TrainShape } from '../llama/graphs/train-step';
import type { ObjectiveInput } from '../llama/objective';
import type { HostTensor } from '../runtime/device';

/** The mark of Hugging Face for positions without a label. */
export const IGNORED = -100;

/** Whether a row of a batch is of the forget set or of the retain set. */
export type RowKind = 'forget' | 'retain';

/** B rows of T tokens, with what should follow each token. */
export interface TrainBatch {
  /** i32 [B, T] */
  readonly ids: Int32Array;
  /** i32 [B, T, K]: what may come next, or −100 = ignored; K = 1 is the next token */
  readonly labels: Int32Array;
  /** f32 [B, T, K]: how a position is shared out over its labels, summing to 1; absent, each label has all of it */
  readonly shares?: Float32Array;
  /** [B]; required if the objective reads `isForget` */
  readonly rowKinds?: readonly RowKind[];
  /** f32 [B, T, K], ln p of each label under the reference model; required if the objective reads it */
  readonly referenceLogProbs?: Float32Array;
}

type BatchInput = 'ids' | 'labels' | 'weights' | ObjectiveInput;

/**
 * The batch as the graph of a training step takes it: ignored labels get label 0 and weight 0.
 * @throws RangeError if the objective reads what the batch does not have
 */
export function batchTensors(
  batch: TrainBatch,
  { batch: B, length: T, targets: K = 1, objective }: TrainShape,
): Partial<Record<BatchInput, HostTensor>> {
  const { ids, labels, shares, rowKinds, referenceLogProbs } = batch;
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
  };
  return {
    ids: { shape: [B, T], data: ids },
    labels: perLabel(labels.map((label) => (label === IGNORED ? 0 : label))),
    weights: perLabel(Float32Array.from(labels, (label, i) => (label === IGNORED ? 0 : (shares?.[i] ?? 1)))),
    ...fromEntries(objective.reads.map((name) => [name, read[name]()] as const)),
  };
}
