/** Teacher-forced likelihood of given texts. */
import { scoreGraph } from '../llama/graphs/score';
import { readF32 } from '../runtime/device';
import type { AdapterBank } from './adapter-bank';
import type { Model } from './model';
import { groupsOf, padRows, voiceRows, type Spoken } from './sequences';

/**
 * −ln p(idsᵢ₊₁ | ids₀…ᵢ) for every sequence: one number per token but the last. Sequences are at
 * most `length` tokens and go through in batches of `batch`, padded; padding is not in the result.
 */
export async function score(
  model: Model,
  bank: AdapterBank,
  spoken: readonly Spoken[],
  { batch, length }: { readonly batch: number; readonly length: number },
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const shape = bank.shape(batch, length);
  const session = await model.session(`score ${JSON.stringify(shape)}`, () =>
    scoreGraph(model.config, shape),
  );
  const scores: Float32Array[] = [];
  for (const group of groupsOf(spoken, batch)) {
    signal?.throwIfAborted();
    const results = await session.run({
      ids: padRows(
        group.map(({ ids }) => ids),
        batch,
        length,
      ),
      labels: padRows(
        group.map(({ ids }) => ids.subarray(1)),
        batch,
        length,
      ),
      bank: await bank.tensor(),
      rows: voiceRows(bank, group, batch),
    });
    const nll = await readF32(results.nll);
    results.nll.release();
    scores.push(...group.map(({ ids }, b) => nll.slice(b * length, b * length + ids.length - 1)));
  }
  return scores;
}
