/**
 * Who writes: a voice, or equation 1 over the baseline and reinforced voices. A voice is one row of a decoding batch,
 * equation 1 a pair of rows that go on with the same tokens.
 */
import type { LogitSpace } from '../llama/graphs/combine';
import type { PairInput } from '../llama/graphs/pairs';
import type { HostTensor } from '../runtime/device';
import type { Voice } from './adapter-bank';
import type { Spoken } from './sequences';

/** A text that equation 1 continues (arXiv 2310.02238, without its fine-tuning). */
export interface Equation1 {
  readonly voice: 'equation1';
  /** what the reinforced voice reads */
  readonly ids: Int32Array;
  /** what the baseline reads instead and must not say; null if it reads the same text ("inference-only") */
  readonly translated: { readonly ids: Int32Array; readonly forbidden: readonly number[] } | null;
  readonly space: LogitSpace;
  /** α, asked at every step: it may move while the text is written */
  readonly alpha: () => number;
}

export type Writer = Spoken | Equation1;
export type Speaker = Writer['voice'];

/** One row of the batch. */
export interface Row {
  readonly voice: Voice;
  readonly prompt: Int32Array;
  /** the writer whose tokens follow the prompt */
  readonly writer: number;
}

/** A writer's rows in the batch; of a voice both are the same. */
interface Pair {
  readonly baseline: number;
  readonly reinforced: number;
}

export interface Batch {
  readonly rows: readonly Row[];
  readonly pairs: readonly Pair[];
}

/** Lays the writers out as rows. */
export function layRows(writers: readonly Writer[]): Batch {
  const rows: Row[] = [];
  const lay = (voice: Voice, prompt: Int32Array, writer: number): number =>
    rows.push({ voice, prompt, writer }) - 1;
  const pairs = writers.map((one, writer): Pair => {
    if (one.voice !== 'equation1') {
      const row = lay(one.voice, one.ids, writer);
      return { baseline: row, reinforced: row };
    }
    return {
      baseline: lay('baseline', one.translated?.ids ?? one.ids, writer),
      reinforced: lay('reinforced', one.ids, writer),
    };
  });
  return { rows, pairs };
}

/** What the graph needs to know of the pairs, with α as it is at each call. */
export function pairFeeds(
  writers: readonly Writer[],
  { pairs }: Batch,
  vocabSize: number,
): () => Readonly<Record<PairInput, HostTensor>> {
  const shape = [pairs.length];
  const fixed = {
    baseline: { shape, data: Int32Array.from(pairs, ({ baseline }) => baseline) },
    reinforced: { shape, data: Int32Array.from(pairs, ({ reinforced }) => reinforced) },
    forbidden: forbiddenMarks(writers, vocabSize),
    normalize: column(writers, (one) => Number(one.space === 'logprob')),
  };
  return () => ({ ...fixed, alpha: column(writers, (one) => one.alpha()) });
}

/** f32 [W, 1]; 0 for plain voices. */
function column(writers: readonly Writer[], of: (one: Equation1) => number): HostTensor {
  const data = Float32Array.from(writers, (one) => (one.voice === 'equation1' ? of(one) : 0));
  return { shape: [writers.length, 1], data };
}

function forbiddenMarks(writers: readonly Writer[], vocabSize: number): HostTensor {
  const data = new Int32Array(writers.length * vocabSize);
  writers.forEach((one, w) => {
    if (one.voice !== 'equation1') return;
    for (const id of one.translated?.forbidden ?? []) data[w * vocabSize + id] = 1;
  });
  return { shape: [writers.length, vocabSize], data };
}
