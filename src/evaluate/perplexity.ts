/** Perplexity: exp of the mean −ln p per token, over text the model was not trained on. */
import type { AdapterBank, Voice } from '../model/adapter-bank';
import type { Model } from '../model/model';
import { score } from '../model/score';

export interface ScoreShape {
  /** blocks scored at once */
  readonly batch: number;
  /** T, longest block */
  readonly length: number;
}

/** exp(mean −ln p) over every token that has one before it in its block; padding is not counted. */
export async function perplexity(
  model: Model,
  bank: AdapterBank,
  voice: Voice,
  blocks: readonly Int32Array[],
  shape: ScoreShape,
  signal?: AbortSignal,
): Promise<number> {
  const scores = await score(
    model,
    bank,
    blocks.map((ids) => ({ ids, voice })),
    shape,
    signal,
  );
  const all = scores.flatMap((nll) => [...nll]);
  return Math.exp(all.reduce((sum, x) => sum + x, 0) / all.length);
}
