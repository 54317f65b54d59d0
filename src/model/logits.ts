/** Logits of whole sequences, each with its own variant, left on the device. */
import { logitsGraph } from '../llama/graphs/logits';
import type { Tensor } from '../runtime/device';
import type { AdapterBank } from './adapter-bank';
import type { Model } from './model';
import { padRows, type SequenceInput } from './sequences';

/** Logits [B, T, V] of `refs` (B of them), padded to T tokens; release them when done. */
export async function logits(
  model: Model,
  bank: AdapterBank,
  sequences: readonly SequenceInput[],
  length: number,
): Promise<Tensor> {
  const batch = sequences.length;
  const shape = bank.shape(batch, length, sequences);
  const session = await model.session(`logits ${JSON.stringify(shape)}`, () =>
    logitsGraph(model.config, shape),
  );
  const results = await session.run({
    ids: padRows(
      sequences.map(({ ids }) => ids),
      batch,
      length,
    ),
    bank: await bank.tensor(),
    rows: bank.rows(batch, sequences),
  });
  return results.logits;
}
