/** How strongly a model still expects the names of the forget set where they occur. */
import { score } from '../model/score';
import type { EvaluatedModel } from '../model/evaluated-model';
import type { DictionaryEntry } from '../text/dictionary';
import type { Aligned } from '../text/translate';

/**
 * Mean probability of the first token of each anchor term, given the true text before it, at the term's first occurrence
 * in each block (later ones could be copied from it). Blocks without a term do not count; NaN if no block has one.
 */
export async function nameProbability(
  evaluated: EvaluatedModel,
  blocks: readonly Aligned[],
  batch: number,
  signal?: AbortSignal,
): Promise<number> {
  const texts = blocks.map(({ original }) => original);
  const scores = await score(evaluated, texts, batch, signal);
  const probabilities = blocks.flatMap((block, b) => nameProbabilities(block, scores[b]?.nll ?? []));
  return probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length;
}

/** The probability of each term of one block, from −ln p of all its tokens except the first. */
export function nameProbabilities(block: Aligned, nll: ArrayLike<number>): number[] {
  return firstOccurrences(block).map((start) => Math.exp(-(nll[start - 1] ?? Number.NaN)));
}

/** The first position of each term of a block; 0 does not count, as it has no text before it. */
function firstOccurrences({ matches }: Aligned): number[] {
  const seen = new Set<DictionaryEntry>();
  return matches.flatMap(({ entry, start }) => {
    const isFirst = !seen.has(entry);
    seen.add(entry);
    return isFirst && start > 0 ? [start] : [];
  });
}
