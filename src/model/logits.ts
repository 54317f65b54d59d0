/** Logits of whole sequences, each with its own variant, left on the device. */
import { headGraph } from '../llama/graphs/head';
import type { Tensor } from '../runtime/device';
import type { AdapterBank } from './adapter-bank';
import { hiddenStates } from './hidden';
import type { Model } from './model';
import { padRows, type SequenceInput } from './sequences';

/** The residual stream of `sequences` (B of them) padded to T tokens, [B·T, H]; release it when done. */
export function hiddenOf(
  model: Model,
  bank: AdapterBank,
  sequences: readonly SequenceInput[],
  length: number,
): Promise<Tensor> {
  const batch = sequences.length;
  const shape = { ...bank.shape(batch, length, sequences), isPacked: false };
  const texts = sequences.map(({ ids }) => ids);
  return hiddenStates(model, bank, shape, {
    ids: padRows(texts, batch, length),
    rows: bank.rows(batch, sequences),
  });
}

/** Logits [n, V] of the rows `at` of `hidden` [N, H]; release them when done. */
export async function logitsAt(model: Model, hidden: Tensor, at: Int32Array): Promise<Tensor> {
  const shape = { positions: hidden.shape[0] ?? 0, chunk: at.length };
  const session = await model.session(`head ${JSON.stringify(shape)}`, () => headGraph(model.config, shape));
  return (await session.run({ hidden, at: { shape: [at.length], data: at } })).logits;
}

/** Logits [B·T, V] of `sequences` (B of them), padded to T tokens; release them when done. */
export async function logits(
  model: Model,
  bank: AdapterBank,
  sequences: readonly SequenceInput[],
  length: number,
): Promise<Tensor> {
  const hidden = await hiddenOf(model, bank, sequences, length);
  const all = await logitsAt(model, hidden, Int32Array.from({ length: sequences.length * length }, (_, i) => i)); // prettier-ignore
  hidden.release();
  return all;
}
