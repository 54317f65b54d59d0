/**
 * The hash of everything that decides the bits of a stage's result: what was kept is used again only where it is the
 * same. The backend is not in it: on WASM a continued run ends in the same bits, and elsewhere going on is better than
 * starting anew.
 */
import { contentHash, type Hashable } from '../base/hash';
import type { Adapter, AdapterVariant } from '../model/adapter-bank';
import type { LabelledBlock } from '../unlearn/batches';
import { effectiveAlpha, type RunSettings } from '../methods/settings';
import type { TrainingInput } from '../unlearn/train';
import { cutSettings, ruleSettings } from './prepared';
import type { Loaded } from './workspace';

type Hashes = Loaded['hashes'];

/** What is trained on what, and what may end it early; the blocks are the tokens, so a tokenizer needs no hash of its own. */
export function trainingBinding<E>(
  stage: string,
  ends: string,
  { model }: Pick<Hashes, 'model'>,
  { blocks, retain, retainShare, training, seed }: TrainingInput<E>,
  { batch, blockLength, lora }: RunSettings,
): string {
  const choices = JSON.stringify({ batch, blockLength, lora, retainShare, training, seed });
  return contentHash(stage, ends, model, choices, ...partsOf(blocks), ...partsOf(retain));
}

function partsOf(blocks: readonly LabelledBlock[]): Hashable[] {
  return [
    `${blocks.length}`,
    ...blocks.flatMap(({ ids, labels, shares }) => [ids, labels, ...(shares ? [shares] : [])]),
  ];
}

/** What is labelled by which variants. */
export function labelBinding(hashes: Hashes, reinforced: Adapter | null, settings: RunSettings): string {
  const { logitSpace } = settings;
  return contentHash(
    'label',
    JSON.stringify([hashes, textChoices(settings), effectiveAlpha(settings), logitSpace]),
    reinforced?.flat ?? '',
  );
}

/** Who is measured on what. */
export function measureBinding(
  hashes: Hashes,
  variant: AdapterVariant,
  adapter: Adapter | null,
  settings: RunSettings,
): string {
  return contentHash(variant, JSON.stringify([hashes, textChoices(settings)]), adapter?.flat ?? '');
}

function textChoices(settings: RunSettings): unknown[] {
  return [...cutSettings, ...ruleSettings].map((name) => settings[name]);
}
