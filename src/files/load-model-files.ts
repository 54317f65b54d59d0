/**
 * A model as one GGUF file, or as a folder that Hugging Face lays out: config.json, tokenizer.json and model.safetensors,
 * whole or in shards, and, where there are such files, generation_config.json, tokenizer_config.json and
 * chat_template.jinja.
 */
import type { RangedFile } from '../base/ranged-file';
import { parseConfig, type LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import { openChat } from './chat-template';
import { CONFIG, GENERATION, TOKENIZER, TOKENIZER_CONFIG } from './file-names';
import type { ModelFiles, OpenedModel } from './model-files';
import { openWeights } from './open-weights';
import { part } from './part';
import type { NamedTensor } from './safetensors';
import { readJson, readOptionalJson, type FileSource } from './source';
import { parseTokenizer } from './tokenizer';

const gguf = part(() => import('./gguf/open-gguf'));

/** Opens the model at `path`. @throws LetheError file/missing, file/invalid, config/unsupported */
export async function openModelFiles(source: FileSource, path: string): Promise<OpenedModel> {
  if (!path.endsWith('.gguf')) return openFolder(source, path);
  const { openGguf } = await gguf();
  return openGguf(source, path);
}

/** What a GGUF file says of its model, of which no more is read than that. @throws LetheError file/invalid, config/unsupported */
export async function configOfGguf(file: RangedFile, path: string): Promise<LlamaConfig> {
  const { readHeader } = await gguf();
  return (await readHeader(file, path)).config;
}

/** Reads all of the model at `path`, its weights in f32. @throws LetheError as openModelFiles */
export async function loadModelFiles(source: FileSource, path: string): Promise<ModelFiles> {
  return readWhole(await openModelFiles(source, path));
}

/** Reads the weights one after another. */
export async function readWhole({ weights, ...others }: OpenedModel): Promise<ModelFiles> {
  const read = new Map<string, NamedTensor>();
  for (const [name, weight] of weights) read.set(name, { shape: weight.shape, data: await weight.read() });
  return { ...others, weights: read };
}

async function openFolder(source: FileSource, folder: string): Promise<OpenedModel> {
  const at = (name: string): string => `${folder}/${name}`;
  const reading = Promise.all([readJson(source, at(CONFIG)), readOptionalJson(source, at(GENERATION))]).then(
    ([config, generation]) => parseConfig(config, generation),
  );
  const [config, tokenizerJson, tokenizerConfig, stored] = await Promise.all([
    reading,
    readJson(source, at(TOKENIZER)),
    readOptionalJson(source, at(TOKENIZER_CONFIG)),
    openWeights(source, folder, async () => {
      const needed = weightShapes(await reading);
      return (name) => needed.has(name);
    }),
  ]);
  const tokenizer = parseTokenizer(tokenizerJson, tokenizerConfig ?? {}, {
    path: at(TOKENIZER),
    vocabSize: config.vocabSize,
  });
  const chat = await openChat(source, folder, tokenizerConfig);
  return { config, tokenizer, chat, ...stored };
}
