/** The texts of a world cut into blocks and translated, for one model and one choice of settings. */
import { fail } from '../base/errors';
import type { ModelFiles } from '../files/model-files';
import { cutBlocks, tokenStream, type Passage, type Remainder } from '../text/blocks';
import { groupEntities } from '../text/entities';
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

/** The settings that decide how the texts are cut and translated. */
export const textSettings = [
  'seed',
  'blockLength',
  'anchors',
  'matchRule',
  'wordBoundary',
  'translationDraw',
  'maskRepeats',
  'forbid',
  'remainder',
] as const satisfies readonly (keyof RunSettings)[];
export type TextSettings = Pick<RunSettings, (typeof textSettings)[number]>;

/** @throws LetheError text/empty if a text fills no block */
export function prepare({ tokenizer, config }: ModelFiles, world: World, settings: TextSettings): Prepared {
  const { blockLength } = settings;
  const blocksOf = (
    passages: readonly Passage[],
    what: string,
    remainder: Remainder = 'pad',
  ): Int32Array[] => {
    const blocks = cutBlocks(tokenStream(passages, tokenizer, config.bosTokenId), blockLength, remainder);
    return blocks.length > 0 ? blocks : fail('text/empty', { what });
  };
  const dictionary = settings.anchors ? groupEntities(world.dictionary) : [];
  const matcher = createMatcher(dictionary, tokenizer, settings);
  const forget = blocksOf(world.forget.passages, 'the text to forget', settings.remainder);
  return {
    aligned: forget.map((ids, block) =>
      translate(ids, matcher, { ...settings, block, context: blockLength }),
    ),
    forget: forget.map(withTrueLabels),
    retain: blocksOf(world.retain.passages, 'the retain text').map(withTrueLabels),
    everyday: blocksOf(world.everyday.passages, 'the everyday text'),
  };
}
