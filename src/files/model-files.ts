/** What the files of a model hold. */
import type { LlamaConfig } from '../llama/config';
import type { NamedTensor, StoredWeight } from './safetensors';
import type { Tokenizer } from './tokenizer';

/** How a conversation becomes a text. */
export interface ChatTemplate {
  /** in Jinja */
  readonly source: string;
  /** what `bos_token` and `eos_token` stand for in it; empty if the tokenizer has none */
  readonly bos: string;
  readonly eos: string;
}

export interface ModelFiles {
  readonly config: LlamaConfig;
  readonly tokenizer: Tokenizer;
  readonly weights: ReadonlyMap<string, NamedTensor>;
  /** How a conversation becomes a text; null if the model is none that chats. */
  readonly chat: ChatTemplate | null;
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
  /** the other files as bytes, by name: tokenizer.json and, where there are such files, tokenizer_config.json, generation_config.json and chat_template.jinja */
  readonly others: ReadonlyMap<string, Uint8Array>;
}
