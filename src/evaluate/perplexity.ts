/** Perplexity: exp of the mean −ln p per token, over text the model was not trained on. */
import { score } from '../model/score';
import type { EvaluatedModel } from '../model/evaluated-model';

/** exp(mean −ln p) over every token except the first of each block; padding does not count. */
export async function perplexity(
  evaluated: EvaluatedModel,
  blocks: readonly Int32Array[],
  batch: number,
  signal?: AbortSignal,
): Promise<number> {
  const scores = await score(evaluated, blocks, batch, signal);
  return perplexityOf(scores.map(({ nll }) => nll));
}

/** The same, from −ln p of the tokens of each text; NaN for no tokens. */
export function perplexityOf(texts: readonly ArrayLike<number>[]): number {
  const all = texts.flatMap((nll) => Array.from(nll));
  return Math.exp(all.reduce((sum, x) => sum + x, 0) / all.length);
}
