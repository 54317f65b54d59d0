/**
 * The forward pass for one block: baseline on the translation and reinforced on the original are two rows of one batch
 * (arXiv 2310.02238, section 2.3). The inputs of equation 1 stay on the device, so another α costs one run of `combine`
 * (llama/graphs/combine.ts) and no forward pass.
 */
import { alignGraph, NEVER, NONE } from '../llama/graphs/align';
import { combineGraph, type LogitSpace, type TopOutput } from '../llama/graphs/combine';
import type { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import type { Model } from '../model/model';
import { readF32, readIds, type HostTensor, type Tensor } from '../runtime/device';
import type { Aligned } from '../text/translate';
import { alphaEnvelope, packEnvelopes, type Envelopes } from './alpha-envelope';
import { positionsBefore } from '../text/span';
import { labelsAt, supervised, type LabelRecord, type Top } from './record';

export interface PassSettings {
  readonly logitSpace: LogitSpace;
  /** T, to which both texts are padded */
  readonly blockLength: number;
}

/** k, the number of strongest tokens that are kept per position. */
export const TOP = 10;

/** Release it when it is no longer needed. */
export class BlockRows {
  private constructor(
    private readonly model: Model,
    private readonly aligned: Aligned,
    private readonly length: number,
    private readonly rows: { readonly baseline: Tensor; readonly reinforced: Tensor },
    private readonly tops: { readonly baseline: Top; readonly reinforced: Top },
  ) {}

  /** Runs the forward pass with the baseline and reinforced variants of `bank`. */
  static async read(
    model: Model,
    bank: AdapterBank,
    aligned: Aligned,
    { logitSpace, blockLength: length }: PassSettings,
  ): Promise<BlockRows> {
    const sequences = [
      { ids: aligned.translated, variant: 'baseline' },
      { ids: aligned.original, variant: 'reinforced' },
    ] as const;
    const both = await logits(model, bank, sequences, length);
    const shape = { ...topShape(model, length), space: logitSpace };
    const session = await model.session(`align ${JSON.stringify(shape)}`, () => alignGraph(shape));
    const { baseline, reinforced, ...tops } = await session.run({
      logits: both,
      mapping: readableMapping(aligned, length),
      forbiddenFrom: forbiddenFrom(aligned, shape.vocabSize),
      forbiddenAt: forbiddenAt(aligned, length),
    });
    both.release();
    const top = (side: 'baseline' | 'reinforced'): Promise<Top> =>
      readTop(
        { logits: tops[`${side}.logits`], ids: tops[`${side}.ids`], logSum: tops[`${side}.logSum`] },
        supervised(aligned),
      );
    return new BlockRows(
      model,
      aligned,
      length,
      { baseline, reinforced },
      { baseline: await top('baseline'), reinforced: await top('reinforced') },
    );
  }

  /** The strongest tokens of v_generic at `alpha`; the first is the generic label. */
  async generic(alpha: number): Promise<Top> {
    const shape = topShape(this.model, this.length);
    const session = await this.model.session(`combine ${JSON.stringify(shape)}`, () => combineGraph(shape));
    const found = await session.run({
      ...this.rows,
      alpha: { shape: [1], data: Float32Array.of(alpha) },
    });
    return readTop(found, supervised(this.aligned));
  }

  /** The labels for every α ≥ 0. */
  async envelope(): Promise<Envelopes> {
    const { vocabSize: V } = this.model.config;
    const [baseline, reinforced] = [await readF32(this.rows.baseline), await readF32(this.rows.reinforced)];
    return packEnvelopes(
      supervised(this.aligned).map((i) =>
        alphaEnvelope(baseline.subarray(i * V, (i + 1) * V), reinforced.subarray(i * V, (i + 1) * V)),
      ),
    );
  }

  /** The record of this block, with the labels at `alpha`. */
  async record(alpha: number): Promise<LabelRecord> {
    const { original, translated, mapping, reasons, forbidden, matches, sentences } = this.aligned;
    const envelope = await this.envelope();
    return {
      ids: original,
      labels: labelsAt({ mapping, envelope }, alpha),
      translated,
      mapping,
      reasons,
      anchors: matches.map(({ entry, start, length }) => ({ term: entry.term, start, length })),
      sentences,
      forbidden,
      ...this.tops,
      generic: await this.generic(alpha),
      envelope,
    };
  }

  release(): void {
    for (const tensor of Object.values(this.rows)) tensor.release();
  }
}

function topShape({ config: { vocabSize } }: Model, length: number) {
  return { length, vocabSize, top: Math.min(TOP, vocabSize) };
}

/** Reads the rows at `positions` of the three tensors, and releases these. */
async function readTop(
  { logits, ids, logSum }: Readonly<Record<TopOutput, Tensor>>,
  positions: readonly number[],
): Promise<Top> {
  const [values, indices, sums] = [await readF32(logits), await readIds(ids), await readF32(logSum)];
  for (const tensor of [logits, ids, logSum]) tensor.release();
  const k = values.length / sums.length;
  const top = {
    ids: new Int32Array(positions.length * k),
    logits: new Float32Array(positions.length * k),
    logSum: Float32Array.from(positions, (i) => sums[i] ?? Number.NaN),
  };
  positions.forEach((i, row) => {
    top.ids.set(indices.subarray(i * k, (i + 1) * k), row * k);
    top.logits.set(values.subarray(i * k, (i + 1) * k), row * k);
  });
  return top;
}

/** i32 [T]: unmapped positions and padding read position 0; their results are not used. */
export function readableMapping({ mapping }: Pick<Aligned, 'mapping'>, length: number): HostTensor {
  const data = new Int32Array(length);
  mapping.forEach((j, i) => (data[i] = Math.max(j, 0)));
  return { shape: [length], data };
}

/** i32 [V]: the first translated position at which each token is forbidden, or NEVER. */
export function forbiddenFrom({ forbidden }: Pick<Aligned, 'forbidden'>, vocabSize: number): HostTensor {
  const data = new Int32Array(vocabSize).fill(NEVER);
  for (const { id, from } of forbidden) data[id] = Math.min(data[id] ?? NEVER, from);
  return { shape: [vocabSize], data };
}

/** i32 [T]: the next token where it belongs to a repeated sentence, or NONE. */
export function forbiddenAt(
  { original, sentences }: Pick<Aligned, 'original' | 'sentences'>,
  length: number,
): HostTensor {
  const data = new Int32Array(length).fill(NONE);
  for (const i of positionsBefore(sentences)) data[i] = original[i + 1] ?? NONE;
  return { shape: [length], data };
}
