/** Twenty sampled continuations of everyday texts, for people to read. */
import { prng } from '../../../src/base/prng';
import type { FileSource } from '../../../src/files/source';
import { promptIds } from '../../../src/evaluate/prompt-tokens';
import { loadModelFiles } from '../../../src/files/load-model-files';
import { AdapterBank } from '../../../src/model/adapter-bank';
import { sampling } from '../../../src/model/choose';
import { generate } from '../../../src/model/generate';
import { Model } from '../../../src/model/model';
import { openNative } from '../../../src/runtime/node';
import { defaultSettings } from '../../../src/methods/settings';
import { everydayTexts } from '../corpus';

const AMOUNT = 20;
const SEED = 30;
const TEMPERATURE = 0.8;
const MAX_TOKENS = 60;
/** Number of words that are given. */
const BEGINNING = 6;

export interface Continuation {
  readonly prompt: string;
  readonly text: string;
}

/** Continuations by the base model, at temperature 0.8, of the first words of newly drawn texts. */
export async function continuations(source: FileSource): Promise<Continuation[]> {
  const { config, weights, tokenizer } = await loadModelFiles(source, 'models/base');
  const device = openNative();
  const model = await Model.open(device, config, weights);
  const bank = new AdapterBank(device, config, defaultSettings.lora);
  const prompts = everydayTexts(prng(SEED), AMOUNT).map((text) =>
    text.split(' ').slice(0, BEGINNING).join(' '),
  );
  const rows = prompts.map((prompt) => ({
    ids: promptIds(tokenizer, prompt),
    variant: 'baseline' as const,
  }));
  const ids = rows.map((): number[] => []);
  const choose = sampling(prng(SEED), TEMPERATURE);
  const how = { maxTokens: MAX_TOKENS, stopAt: config.eosTokenIds, choose };
  for await (const written of generate(model, bank, rows, how))
    for (const { input, id } of written) ids[input]?.push(id);
  await bank.release();
  await model.release();
  await device.release();
  return prompts.map((prompt, i) => ({ prompt, text: tokenizer.decode(ids[i] ?? []) }));
}
