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
