/** The texts of a world cut into blocks and translated, for one model and one choice of settings. */
import { fail } from '../base/errors';
import type { ModelFiles } from '../files/model-files';
import { cutBlocks, tokenStream, type Passage } from '../text/blocks';
import { createMatcher } from '../text/matcher';
import { translate, type Aligned } from '../text/translate';
import { withTrueLabels, type LabelledBlock } from '../unlearn/batches';
import type { RunSettings } from '../unlearn/settings';
import type { World } from './world';

export interface Prepared {
  /** The forget text with its translation. */
  readonly aligned: readonly Aligned[];
  /** The forget text with its own next tokens. */
  readonly forget: readonly LabelledBlock[];
  readonly retain: readonly LabelledBlock[];
  readonly everyday: readonly Int32Array[];
}

/** @throws LetheError text/empty if a text fills no block */
export function prepare(
  { tokenizer, config }: ModelFiles,
  world: World,
  { seed, blockLength, anchors }: Pick<RunSettings, 'seed' | 'blockLength' | 'anchors'>,
): Prepared {
  const blocksOf = (passages: readonly Passage[], what: string): Int32Array[] => {
    const blocks = cutBlocks(tokenStream(passages, tokenizer, config.bosTokenId), blockLength);
    return blocks.length > 0 ? blocks : fail('text/empty', { what });
  };
  const matcher = createMatcher(anchors ? world.dictionary : [], tokenizer);
  const forget = blocksOf(world.forget.passages, 'the text to forget');
  return {
    aligned: forget.map((ids, block) => translate(ids, matcher, { seed, block, context: blockLength })),
    forget: forget.map(withTrueLabels),
    retain: blocksOf(world.retain.passages, 'the retain text').map(withTrueLabels),
    everyday: blocksOf(world.everyday.passages, 'the everyday text'),
  };
}
