/** A model folder as Hugging Face lays it out: config.json, tokenizer files and model.safetensors. */
import { contentHash } from '../base/hash';
import { parseConfig, type LlamaConfig } from '../llama/config';
import { readSafetensors, type NamedTensor } from './safetensors';
import { readJson, type FileSource } from './source';
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
  const [config, tokenizerJson, tokenizerConfig, bytes] = await Promise.all([
    readJson(source, at('config.json')),
    readJson(source, at('tokenizer.json')),
    readJson(source, at('tokenizer_config.json')),
    source.read(at('model.safetensors')),
  ]);
  return {
    config: parseConfig(config),
    tokenizer: parseTokenizer(tokenizerJson, tokenizerConfig, at('tokenizer.json')),
    weights: readSafetensors(bytes, at('model.safetensors')),
    hash: contentHash(bytes),
    bytes: bytes.length,
  };
}
