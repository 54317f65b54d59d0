/** Both inputs of equation 1 at some positions of a block, on the device. */
import { alignGraph, NEVER, NONE } from '../llama/graphs/align';
import { combineGraph, type LogitSpace, type TopOutput } from '../llama/graphs/combine';
import { chunkSize } from '../model/chunks';
import { logitsAt } from '../model/logits';
import type { Model } from '../model/model';
import { readF32, readIds, type HostTensor, type Tensor } from '../runtime/device';
import { positionsBefore } from '../text/span';
import type { Aligned } from '../text/translate';
import { alphaEnvelope, type Segment } from './alpha-envelope';
import { otherLogits } from './other-logits';
import type { OtherLogits, Top } from './record';

export interface PassSettings {
  readonly logitSpace: LogitSpace;
  /** T, to which both texts are padded */
  readonly blockLength: number;
}

/** k, the number of strongest tokens that are kept per position. */
export const TOP = 10;

type Sides<X> = Readonly<Record<'baseline' | 'reinforced', X>>;

/** Release it when it is no longer needed. */
export class ChunkRows {
  private constructor(
    private readonly model: Model,
    /** S, how many of the rows are positions; the others fill up the chunk */
    private readonly count: number,
    /** [n, V] */
    private readonly rows: Sides<Tensor>,
    readonly tops: Sides<Top>,
  ) {}

  /** From `hidden` [2T, H]: the baseline on the translated block, then the reinforced variant on the original. */
  static async read(
    model: Model,
    aligned: Aligned,
    { logitSpace, blockLength: T }: PassSettings,
    hidden: Tensor,
    positions: readonly number[],
  ): Promise<ChunkRows> {
    const n = chunkSize(model, T);
    const shape = { ...topShape(model, n), space: logitSpace };
    const pick = (from: Int32Array): Int32Array =>
      Int32Array.from({ length: n }, (_, i) => from[positions[i] ?? 0] ?? 0);
    const mapping = pick(readableMapping(aligned, T).data);
    const original = await logitsAt(model, hidden, pick(Int32Array.from({ length: T }, (_, i) => T + i)));
    const translated = await logitsAt(model, hidden, mapping);
    const session = await model.session(`align ${JSON.stringify(shape)}`, () => alignGraph(shape));
    const { baseline, reinforced, ...found } = await session.run({
      translated,
      original,
      mapping: { shape: [n], data: mapping },
      forbiddenFrom: forbiddenFrom(aligned, shape.vocabSize),
      forbiddenAt: { shape: [n], data: pick(forbiddenAt(aligned, T).data) },
    });
    for (const tensor of [translated, original]) tensor.release();
    const top = (side: keyof Sides<Top>): Promise<Top> =>
      readTop(
        { logits: found[`${side}.logits`], ids: found[`${side}.ids`], logSum: found[`${side}.logSum`] },
        positions.length,
      );
    const tops = { baseline: await top('baseline'), reinforced: await top('reinforced') };
    return new ChunkRows(model, positions.length, { baseline, reinforced }, tops);
  }

  /** The strongest tokens of v_generic at `alpha`. */
  async generic(alpha: number): Promise<Top> {
    const shape = topShape(this.model, this.rows.baseline.shape[0] ?? 0);
    const session = await this.model.session(`combine ${JSON.stringify(shape)}`, () => combineGraph(shape));
    const found = await session.run({ ...this.rows, alpha: { shape: [1], data: Float32Array.of(alpha) } });
    return readTop(found, this.count);
  }

  /** The labels of each position for every α ≥ 0, and the logits that the tops leave out. */
  async envelopes(): Promise<{ readonly segments: Segment[][]; readonly others: OtherLogits }> {
    const { vocabSize: V } = this.model.config;
    const all = {
      baseline: await readF32(this.rows.baseline),
      reinforced: await readF32(this.rows.reinforced),
    };
    const positions = Array.from({ length: this.count }, (_, i) => {
      const baseline = all.baseline.subarray(i * V, (i + 1) * V);
      const reinforced = all.reinforced.subarray(i * V, (i + 1) * V);
      return { baseline, reinforced, segments: alphaEnvelope(baseline, reinforced) };
    });
    return {
      segments: positions.map(({ segments }) => segments),
      others: otherLogits(positions, this.tops),
    };
  }

  release(): void {
    for (const tensor of Object.values(this.rows)) tensor.release();
  }
}

function topShape({ config: { vocabSize } }: Model, length: number) {
  return { length, vocabSize, top: Math.min(TOP, vocabSize) };
}

/** Reads the first `count` rows of the three tensors, and releases these. */
async function readTop(
  { logits, ids, logSum }: Readonly<Record<TopOutput, Tensor>>,
  count: number,
): Promise<Top> {
  const [values, indices, sums] = [await readF32(logits), await readIds(ids), await readF32(logSum)];
  for (const tensor of [logits, ids, logSum]) tensor.release();
  const k = values.length / sums.length;
  return {
    ids: indices.slice(0, count * k),
    logits: values.slice(0, count * k),
    logSum: sums.slice(0, count),
  };
}

/** One after another. */
export function joinTops(tops: readonly Top[]): Top {
  return {
    ids: Int32Array.from(tops.flatMap(({ ids }) => [...ids])),
    logits: Float32Array.from(tops.flatMap(({ logits }) => [...logits])),
    logSum: Float32Array.from(tops.flatMap(({ logSum }) => [...logSum])),
  };
}

type Ids = HostTensor & { readonly data: Int32Array };

/** i32 [T]: unmapped positions and padding read position 0; their results are not used. */
export function readableMapping({ mapping }: Pick<Aligned, 'mapping'>, length: number): Ids {
  const data = new Int32Array(length);
  mapping.forEach((j, i) => (data[i] = Math.max(j, 0)));
  return { shape: [length], data };
}

/** i32 [V]: the first translated position at which each token is forbidden, or NEVER. */
export function forbiddenFrom({ forbidden }: Pick<Aligned, 'forbidden'>, vocabSize: number): Ids {
  const data = new Int32Array(vocabSize).fill(NEVER);
  for (const { id, from } of forbidden) data[id] = Math.min(data[id] ?? NEVER, from);
  return { shape: [vocabSize], data };
}

/** i32 [T]: the next token where it belongs to a repeated sentence, or NONE. */
export function forbiddenAt(
  { original, sentences }: Pick<Aligned, 'original' | 'sentences'>,
  length: number,
): Ids {
  const data = new Int32Array(length).fill(NONE);
  for (const i of positionsBefore(sentences)) data[i] = original[i + 1] ?? NONE;
  return { shape: [length], data };
}
