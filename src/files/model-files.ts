/** What the files of a model hold. */
import type { LlamaConfig } from '../llama/config';
import type { NamedTensor, StoredWeight } from './safetensors';
import type { Tokenizer } from './tokenizer';

export interface ModelFiles {
  readonly config: LlamaConfig;
  readonly tokenizer: Tokenizer;
  readonly weights: ReadonlyMap<string, NamedTensor>;
  /** How a conversation becomes a text, as a template in Jinja; null if the model has none. */
  readonly chatTemplate: string | null;
  /** Identifies the files of the weights */
  readonly hash: string;
  /** Size of the files of the weights */
  readonly bytes: number;
}

/** A model of which all is read but the weights. */
export interface OpenedModel extends Omit<ModelFiles, 'weights'> {
  readonly weights: ReadonlyMap<string, StoredWeight>;
}

/** What a model has beside its weights, in Hugging Face’s layout. */
export interface ModelDocuments {
  /** config.json, with the fields that Lethe does not read */
  readonly config: object;
  /** the other files as bytes, by name: tokenizer.json and, where there are such files, tokenizer_config.json and generation_config.json */
  readonly others: ReadonlyMap<string, Uint8Array>;
}
