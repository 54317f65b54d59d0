/**
 * Generation inputs: a prompt continued by a variant, or by equation 1 over the baseline and reinforced variants. A
 * variant is one row of a decoding batch; equation 1 is a pair of rows that continue with the same tokens.
 */
import type { LogitSpace } from '../llama/graphs/combine';
import type { PairInput } from '../llama/graphs/pairs';
import type { HostTensor } from '../runtime/device';
import type { AdapterVariant } from './adapter-bank';
import type { SequenceInput } from './sequences';

/** A text that equation 1 continues (arXiv 2310.02238, without its fine-tuning). */
export interface Equation1 {
  readonly variant: 'equation1';
  /** what the reinforced variant reads */
  readonly ids: Int32Array;
  /** what the baseline reads instead, and its forbidden tokens; null: it reads the same text ("inference-only") */
  readonly translated: { readonly ids: Int32Array; readonly forbidden: readonly number[] } | null;
  readonly space: LogitSpace;
  readonly alpha: number;
}

export type GenerationInput = SequenceInput | Equation1;
export type ModelVariant = GenerationInput['variant'];

/** One row of the batch. */
export interface DecodeRow {
  readonly variant: AdapterVariant;
  readonly prompt: Int32Array;
  /** the input whose tokens follow the prompt */
  readonly input: number;
}

/** The rows of an input in the batch; for a variant both are the same. */
interface Pair {
  readonly baseline: number;
  readonly reinforced: number;
}

export interface DecodeBatch {
  readonly rows: readonly DecodeRow[];
  readonly pairs: readonly Pair[];
}

/** Lays the inputs out as rows. */
export function layRows(inputs: readonly GenerationInput[]): DecodeBatch {
  const rows: DecodeRow[] = [];
  const lay = (variant: AdapterVariant, prompt: Int32Array, input: number): number =>
    rows.push({ variant, prompt, input }) - 1;
  const pairs = inputs.map((one, input): Pair => {
    if (one.variant !== 'equation1') {
      const row = lay(one.variant, one.ids, input);
      return { baseline: row, reinforced: row };
    }
    return {
      baseline: lay('baseline', one.translated?.ids ?? one.ids, input),
      reinforced: lay('reinforced', one.ids, input),
    };
  });
  return { rows, pairs };
}

/** The graph's inputs for the pairs. */
export function pairFeeds(
  inputs: readonly GenerationInput[],
  { pairs }: DecodeBatch,
  vocabSize: number,
): Readonly<Record<PairInput, HostTensor>> {
  const shape = [pairs.length];
  return {
    baseline: { shape, data: Int32Array.from(pairs, ({ baseline }) => baseline) },
    reinforced: { shape, data: Int32Array.from(pairs, ({ reinforced }) => reinforced) },
    forbidden: forbiddenMarks(inputs, vocabSize),
    normalize: column(inputs, (one) => Number(one.space === 'logprob')),
    alpha: column(inputs, (one) => one.alpha),
  };
}

/** α as f32 [W, 1]; 0 for plain variants. */
function column(inputs: readonly GenerationInput[], of: (one: Equation1) => number): HostTensor {
  const data = Float32Array.from(inputs, (one) => (one.variant === 'equation1' ? of(one) : 0));
  return { shape: [inputs.length, 1], data };
}

function forbiddenMarks(inputs: readonly GenerationInput[], vocabSize: number): HostTensor {
  const data = new Int32Array(inputs.length * vocabSize);
  inputs.forEach((one, w) => {
    if (one.variant !== 'equation1') return;
    for (const id of one.translated?.forbidden ?? []) data[w * vocabSize + id] = 1;
  });
  return { shape: [inputs.length, vocabSize], data };
}
