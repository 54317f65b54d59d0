/** Which blocks to unlearn: those that hold the most of what is to be forgotten. */
import type { Aligned } from '../text/translate';

/** A repeated sentence counts for this many anchor terms: it is rarer, and as many tokens. */
const SENTENCE = 10;

/** The `most` blocks with the most anchor terms and repeated sentences, in the order of the text; ties by that order. */
export function chooseBlocks(blocks: readonly Aligned[], most: number): readonly Aligned[] {
  const byKnowledge = [...blocks.keys()].sort((a, b) => knowledge(blocks[b]) - knowledge(blocks[a]) || a - b);
  const chosen = new Set(byKnowledge.slice(0, most));
  return blocks.filter((_, index) => chosen.has(index));
}

function knowledge(block: Aligned | undefined): number {
  return block ? block.matches.length + SENTENCE * block.sentences.length : 0;
}
