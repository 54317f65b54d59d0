/**
 * A model folder as Hugging Face lays it out: config.json, tokenizer.json and model.safetensors, and, where there are
 * such files, generation_config.json and tokenizer_config.json.
 */
import { fileHash } from '../base/hash';
import { parseConfig, type LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import { readSafetensors, type NamedTensor } from './safetensors';
import { readAs, readJson, readOptionalJson, type FileSource } from './source';
import { parseTokenizer, type Tokenizer } from './tokenizer';

export interface ModelFiles {
  readonly config: LlamaConfig;
  readonly tokenizer: Tokenizer;
  readonly weights: ReadonlyMap<string, NamedTensor>;
  /** Identifies model.safetensors */
  readonly hash: string;
  /** Size of model.safetensors */
  readonly bytes: number;
}

/** Reads the model in `folder`. @throws LetheError file/missing, file/invalid, config/unsupported */
export async function loadModelFiles(source: FileSource, folder: string): Promise<ModelFiles> {
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
  return { config, tokenizer, ...stored };
}
