/**
 * Generic labels: what a model that never read the text would say next (arXiv 2310.02238,
 * section 2.3). Baseline on the translated block and reinforced on the original one are two rows
 * of one batch; equation 1 combines them (llama/graphs/combine.ts).
 */
import { fail } from '../base/errors';
import { combineGraph, NEVER, type LogitSpace } from '../llama/graphs/combine';
import { readF32, readIds, type HostTensor } from '../runtime/device';
import type { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import type { Model } from '../model/model';
import { IGNORED } from '../model/trainer';
import type { Aligned } from '../text/translate';
import type { LabelledBlock } from './batches';

/** The strongest tokens per position: logits and ids, [T, k] row by row. */
export interface Top {
  readonly ids: Int32Array;
  readonly logits: Float32Array;
}

/** A block with its generic labels and what they were made from. */
export interface LabelRecord extends LabelledBlock {
  readonly aligned: Aligned;
  /** largest probability of the baseline on the translation, [T] */
  readonly confidence: Float32Array;
  readonly baseline: Top;
  readonly reinforced: Top;
  readonly generic: Top;
}

export interface LabelEvent {
  readonly kind: 'label';
  readonly block: number;
  readonly blocks: number;
}

export interface LabelSettings {
  /** α; 0 leaves the baseline's own choice on the translation */
  readonly alpha: number;
  readonly logitSpace: LogitSpace;
  /** T */
  readonly blockLength: number;
}

/** k, how many of the strongest tokens are kept per position. */
export const TOP = 10;

/**
 * Labels every block with the baseline and reinforced voices of `bank`.
 * @throws LetheError labels/none if no position of any block is supervised
 */
export async function* label(
  model: Model,
  bank: AdapterBank,
  blocks: readonly Aligned[],
  settings: LabelSettings,
  signal?: AbortSignal,
): AsyncGenerator<LabelEvent, LabelRecord[]> {
  const records: LabelRecord[] = [];
  for (const aligned of blocks) {
    signal?.throwIfAborted();
    records.push(await labelBlock(model, bank, aligned, settings));
    yield { kind: 'label', block: records.length, blocks: blocks.length };
  }
  const isEmpty = records.every(({ labels }) => labels.every((id) => id === IGNORED));
  if (isEmpty) fail('labels/none', { blocks: String(blocks.length) });
  return records;
}

async function labelBlock(
  model: Model,
  bank: AdapterBank,
  aligned: Aligned,
  { alpha, logitSpace, blockLength: length }: LabelSettings,
): Promise<LabelRecord> {
  const { vocabSize } = model.config;
  const rows = [
    { ids: aligned.translated, voice: 'baseline' },
    { ids: aligned.original, voice: 'reinforced' },
  ] as const;
  const both = await logits(model, bank, rows, length);
  const shape = { length, vocabSize, top: Math.min(TOP, vocabSize), space: logitSpace };
  const session = await model.session(`combine ${JSON.stringify(shape)}`, () => combineGraph(shape));
  const results = await session.run({
    logits: both,
    mapping: readableMapping(aligned, length),
    forbiddenFrom: forbiddenFrom(aligned, vocabSize),
    alpha: { shape: [1], data: Float32Array.of(alpha) },
  });
  both.release();
  const record = {
    confidence: await readF32(results.confidence),
    baseline: { ids: await readIds(results.baselineIds), logits: await readF32(results.baselineTop) },
    reinforced: { ids: await readIds(results.reinforcedIds), logits: await readF32(results.reinforcedTop) },
    generic: { ids: await readIds(results.genericIds), logits: await readF32(results.genericTop) },
  };
  for (const tensor of Object.values(results)) tensor.release();
  const best = (i: number): number => record.generic.ids[i * shape.top] ?? IGNORED;
  const labels = aligned.mapping.map((j, i) => (j < 0 ? IGNORED : best(i)));
  return { aligned, ids: aligned.original, labels, ...record };
}

/** i32 [T]: unmapped positions and padding read position 0; nobody uses what comes out. */
function readableMapping({ mapping }: Aligned, length: number): HostTensor {
  const data = new Int32Array(length);
  mapping.forEach((j, i) => (data[i] = Math.max(j, 0)));
  return { shape: [length], data };
}

/** i32 [V]: the first translated position at which each token is forbidden. */
function forbiddenFrom({ forbidden }: Aligned, vocabSize: number): HostTensor {
  const data = new Int32Array(vocabSize).fill(NEVER);
  for (const { id, from } of forbidden) data[id] = Math.min(data[id] ?? NEVER, from);
  return { shape: [vocabSize], data };
}

/** What the labels amount to. */
export interface LabelSummary {
  /** positions in all blocks */
  readonly positions: number;
  /** positions with a label */
  readonly supervised: number;
  /** labels that differ from the text's own next token */
  readonly changed: number;
  /** labels that equation 1 made differ from the baseline's own choice on the translation */
  readonly movedByEquation1: number;
}

export function summarize(records: readonly LabelRecord[]): LabelSummary {
  const sum = { positions: 0, supervised: 0, changed: 0, movedByEquation1: 0 };
  for (const { ids, labels, baseline, confidence } of records) {
    const k = baseline.ids.length / confidence.length;
    labels.forEach((id, i) => {
      sum.positions += 1;
      if (id === IGNORED) return;
      sum.supervised += 1;
      sum.changed += Number(id !== ids[i + 1]);
      sum.movedByEquation1 += Number(id !== baseline.ids[i * k]);
    });
  }
  return sum;
}
