/** How strongly a voice still expects the names of the forget text where they stand. */
import type { AdapterBank, Voice } from '../model/adapter-bank';
import type { Model } from '../model/model';
import { score } from '../model/score';
import type { DictionaryEntry } from '../text/dictionary';
import type { Aligned } from '../text/translate';
import type { ScoreShape } from './perplexity';

/**
 * Mean probability of the first token of each anchor term, given the true text before it, at the
 * term's first occurrence in each block (later ones can be copied from the first). Blocks without
 * a term do not count; NaN if no block has one.
 */
export async function nameProbability(
  model: Model,
  bank: AdapterBank,
  voice: Voice,
  blocks: readonly Aligned[],
  shape: ScoreShape,
  signal?: AbortSignal,
): Promise<number> {
  const scores = await score(
    model,
    bank,
    blocks.map(({ original: ids }) => ({ ids, voice })),
    shape,
    signal,
  );
  const probabilities = blocks.flatMap((block, b) =>
    firstOccurrences(block).map((start) => Math.exp(-(scores[b]?.[start - 1] ?? Number.NaN))),
  );
  return probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length;
}

/** Where each term of a block first starts; not at 0, where nothing stands before it. */
function firstOccurrences({ matches }: Aligned): number[] {
  const seen = new Set<DictionaryEntry>();
  return matches.flatMap(({ entry, start }) => {
    const isFirst = !seen.has(entry);
    seen.add(entry);
    return isFirst && start > 0 ? [start] : [];
  });
}
