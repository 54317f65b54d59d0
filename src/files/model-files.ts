/**
 * A model folder as Hugging Face lays it out: config.json, tokenizer.json and model.safetensors, and, where there are
 * such files, generation_config.json and tokenizer_config.json.
 */
import { contentHash } from '../base/hash';
import { parseConfig, type LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import { readSafetensors, type NamedTensor } from './safetensors';
import { readAs, readJson, readOptionalJson, type FileSource } from './source';
import { parseTokenizer, type Tokenizer } from './tokenizer';

export interface ModelFiles {
  readonly config: LlamaConfig;
  readonly tokenizer: Tokenizer;
  readonly weights: ReadonlyMap<string, NamedTensor>;
  /** SHA-256 of model.safetensors */
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
  const [config, tokenizerJson, tokenizerConfig, { bytes, weights }] = await Promise.all([
    reading,
    readJson(source, at('tokenizer.json')),
    readOptionalJson(source, at('tokenizer_config.json')),
    readAs(source, at('model.safetensors'), async (all) => {
      const needed = weightShapes(await reading);
      return {
        bytes: all,
        weights: readSafetensors(all, at('model.safetensors'), (name) => needed.has(name)),
      };
    }),
  ]);
  return {
    config,
    tokenizer: parseTokenizer(tokenizerJson, tokenizerConfig ?? {}, {
      path: at('tokenizer.json'),
      vocabSize: config.vocabSize,
    }),
    weights,
    hash: contentHash(bytes),
    bytes: bytes.length,
  };
}
