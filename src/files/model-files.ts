/** What the files of a model hold. */
import type { LlamaConfig } from '../llama/config';
import type { NamedTensor } from './safetensors';
import type { Tokenizer } from './tokenizer';

export interface ModelFiles {
  readonly config: LlamaConfig;
  readonly tokenizer: Tokenizer;
  readonly weights: ReadonlyMap<string, NamedTensor>;
  /** How a conversation becomes a text, as a template in Jinja; null if the model has none. */
  readonly chatTemplate: string | null;
  /** Identifies the file of the weights */
  readonly hash: string;
  /** Size of the file of the weights */
  readonly bytes: number;
}

/** What a model has beside its weights, in Hugging Face’s layout. */
export interface ModelDocuments {
  /** config.json, with the fields that Lethe does not read */
  readonly config: object;
  /** the other files as bytes, by name: tokenizer.json and, where there are such files, tokenizer_config.json and generation_config.json */
  readonly others: ReadonlyMap<string, Uint8Array>;
}
