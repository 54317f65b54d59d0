/** The texts of a world cut into blocks and translated, for one model and one choice of settings. */
import { fail } from '../base/errors';
import type { ModelFiles } from '../files/model-files';
import { cutBlocks, tokenStream, type Passage, type Remainder } from '../text/blocks';
import type { Dictionary } from '../text/dictionary';
import { groupEntities } from '../text/entities';
import { createMatcher } from '../text/matcher';
import { translate, type Aligned } from '../text/translate';
import { withTrueLabels, type LabelledBlock } from '../unlearn/batches';
import type { RunSettings } from '../methods/settings';
import type { Dataset } from './dataset';

export interface Prepared {
  /** The forget text with its translation. */
  readonly aligned: readonly Aligned[];
  /** The forget text with its own next tokens. */
  readonly forget: readonly LabelledBlock[];
  readonly retain: readonly LabelledBlock[];
  readonly heldOut: readonly Int32Array[];
}

/** The settings that decide how the texts are cut. */
export const cutSettings = [
  'seed',
  'blockLength',
  'remainder',
] as const satisfies readonly (keyof RunSettings)[];

/** The settings that decide how the forget text is translated; no training of the reinforced model depends on them. */
export const ruleSettings = [
  'anchors',
  'matchRule',
  'wordBoundary',
  'translationDraw',
  'maskRepeats',
  'forbid',
] as const satisfies readonly (keyof RunSettings)[];

export type CutSettings = Pick<RunSettings, (typeof cutSettings)[number]>;
export type TextSettings = CutSettings & Pick<RunSettings, (typeof ruleSettings)[number]>;

/** @throws LetheError text/empty if a text fills no block */
export function prepare(files: ModelFiles, dataset: Dataset, settings: TextSettings): Prepared {
  const { tokenizer, config } = files;
  const { blockLength } = settings;
  const blocksOf = (
    passages: readonly Passage[],
    what: string,
    remainder: Remainder = 'pad',
  ): Int32Array[] => {
    const blocks = cutBlocks(tokenStream(passages, tokenizer, config.bosTokenId), blockLength, remainder);
    return blocks.length > 0 ? blocks : fail('text/empty', { what });
  };
  const forget = blocksOf(dataset.forget.passages, 'the text to forget', settings.remainder);
  return {
    aligned: translateBlocks(forget, files, dataset.dictionary, settings),
    forget: forget.map(withTrueLabels),
    retain: blocksOf(dataset.retain.passages, 'the retain text').map(withTrueLabels),
    heldOut: blocksOf(dataset.heldOut.passages, 'the everyday text'),
  };
}

/** The blocks of the forget text, each with its generic translation. */
export function translateBlocks(
  blocks: readonly Int32Array[],
  { tokenizer }: ModelFiles,
  dictionary: Dictionary,
  settings: TextSettings,
): Aligned[] {
  const matcher = createMatcher(settings.anchors ? groupEntities(dictionary) : [], tokenizer, settings);
  return blocks.map((ids, block) =>
    translate(ids, matcher, { ...settings, block, context: settings.blockLength }),
  );
}
