/**
 * A model as one GGUF file, or as a folder that Hugging Face lays out: config.json, tokenizer.json and model.safetensors,
 * and, where there are such files, generation_config.json and tokenizer_config.json.
 */
import { fileHash } from '../base/hash';
import { v } from '../base/schema';
import { parseConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import type { ModelFiles } from './model-files';
import { part } from './part';
import { readSafetensors } from './safetensors';
import { readAs, readJson, readOptionalJson, type FileSource } from './source';
import { parseTokenizer } from './tokenizer';

const gguf = part(() => import('./gguf/load-gguf'));

/** Reads the model at `path`. @throws LetheError file/missing, file/invalid, config/unsupported */
export async function loadModelFiles(source: FileSource, path: string): Promise<ModelFiles> {
  if (!path.endsWith('.gguf')) return loadFolder(source, path);
  const { loadGguf } = await gguf();
  return loadGguf(source, path);
}

async function loadFolder(source: FileSource, folder: string): Promise<ModelFiles> {
  const at = (name: string): string => `${folder}/${name}`;
  const reading = Promise.all([
    readJson(source, at('config.json')),
    readOptionalJson(source, at('generation_config.json')),
  ]).then(([config, generation]) => parseConfig(config, generation));
  const [config, tokenizerJson, tokenizerConfig, stored] = await Promise.all([
    reading,
    readJson(source, at('tokenizer.json')),
    readOptionalJson(source, at('tokenizer_config.json')),
    readAs(source, at('model.safetensors'), async (bytes) => {
      const needed = weightShapes(await reading);
      const hash = fileHash(bytes); // while the weights are read
      const weights = readSafetensors(bytes, at('model.safetensors'), (name) => needed.has(name));
      return { weights, hash: await hash, bytes: bytes.length };
    }),
  ]);
  const tokenizer = parseTokenizer(tokenizerJson, tokenizerConfig ?? {}, {
    path: at('tokenizer.json'),
    vocabSize: config.vocabSize,
  });
  return { config, tokenizer, chatTemplate: templateIn(tokenizerConfig), ...stored };
}

const named = v.array(v.looseObject({ name: v.string(), template: v.string() }));
const templates = v.looseObject({ chat_template: v.union([v.string(), named]) });

/** The template in tokenizer_config.json; of several, the one named “default”. */
function templateIn(tokenizerConfig: unknown): string | null {
  const read = v.safeParse(templates, tokenizerConfig);
  if (!read.success) return null;
  const found = read.output.chat_template;
  if (typeof found === 'string') return found;
  return found.find(({ name }) => name === 'default')?.template ?? null;
}
