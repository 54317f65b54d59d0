/** The texts of a data set cut into blocks and translated, for one model and one choice of settings. */
import { fail } from './error-catalogue';
import { Latest } from '../base/latest';
import type { ModelFiles } from '../files/model-files';
import type { LlamaConfig } from '../llama/config';
import type { RunSettings } from '../methods/settings';
import { blockSettings, translationSettings } from '../pipeline/stages';
import { cutBlocks, tokenStream, type Passage, type Remainder } from '../text/blocks';
import { groupEntities } from '../text/entities';
import { createMatcher } from '../text/matcher';
import { findSentences } from '../text/repeated-sentences';
import { spansWithin } from '../text/span';
import { translate, type Aligned } from '../text/translate';
import { withTrueLabels, type LabelledBlock } from '../unlearn/batches';
import { forgottenSentences, type Dataset } from './dataset';
import type { Hashes } from './run-inputs';

type BlockSettings = Pick<RunSettings, (typeof blockSettings)[number]>;
export type TextSettings = BlockSettings & Pick<RunSettings, (typeof translationSettings)[number]>;

interface Blocks {
  /** the forget set with its own next tokens */
  readonly forget: readonly LabelledBlock[];
  readonly retain: readonly LabelledBlock[];
  readonly heldOut: readonly Int32Array[];
}

export interface Prepared extends Blocks {
  /** the forget set with its translation */
  readonly aligned: readonly Aligned[];
}

/** Prepares texts and caches the last, since consecutive stages read the same ones. */
export class TextCache {
  readonly #blocks = new Latest<Blocks>();
  readonly #aligned = new Latest<readonly Aligned[]>();

  constructor(private readonly files: ModelFiles) {}

  /** @throws LetheError text/empty if a text is shorter than a block, text/block-too-long if a block is longer than the model’s context */
  prepare(dataset: Dataset, hashes: Hashes, settings: TextSettings): Prepared {
    const { forgetSet, retainSet, heldOut, dictionary } = hashes;
    const cut = [forgetSet, retainSet, heldOut, ...blockSettings.map((name) => settings[name])].join();
    const translated = [cut, dictionary, ...translationSettings.map((name) => settings[name])].join();
    const blocks = this.#blocks.get(cut, () => cutDataset(this.files, dataset, settings));
    const aligned = this.#aligned.get(translated, () =>
      translateBlocks(blocks.forget, this.files, dataset, settings),
    );
    return { ...blocks, aligned };
  }
}

function cutDataset(
  { tokenizer, config }: ModelFiles,
  { forget, retain, heldOut }: Dataset,
  { blockLength, remainder }: BlockSettings,
): Blocks {
  checkBlockLength(config, blockLength);
  const blocksOf = (passages: readonly Passage[], what: string, rest: Remainder = 'pad'): Int32Array[] => {
    const blocks = cutBlocks(tokenStream(passages, tokenizer), blockLength, rest);
    return blocks.length > 0 ? blocks : fail('text/empty', { what });
  };
  return {
    forget: blocksOf(forget.passages, 'the text to forget', remainder).map(withTrueLabels),
    retain: blocksOf(retain.passages, 'the retain text').map(withTrueLabels),
    heldOut: blocksOf(heldOut.passages, 'the everyday text'),
  };
}

/** @throws LetheError text/block-too-long */
export function checkBlockLength({ context }: LlamaConfig, blockLength: number): void {
  if (blockLength > context) fail('text/block-too-long', { tokens: `${blockLength}`, most: `${context}` });
}

/** The blocks of the forget set, each with its generic translation. */
function translateBlocks(
  blocks: readonly LabelledBlock[],
  { tokenizer }: ModelFiles,
  dataset: Dataset,
  settings: TextSettings,
): Aligned[] {
  const { dictionary } = dataset;
  const matcher = createMatcher(settings.anchors ? groupEntities(dictionary) : [], tokenizer, settings);
  const sentences = settings.repeatedSentences
    ? findSentences(
        Int32Array.from(blocks.flatMap(({ ids }) => [...ids])),
        forgottenSentences(dataset),
        tokenizer,
      )
    : [];
  return blocks.map(({ ids }, block) => {
    const from = block * settings.blockLength;
    return translate(ids, matcher, {
      ...settings,
      block,
      context: settings.blockLength,
      sentences: spansWithin(sentences, from, from + ids.length),
    });
  });
}
