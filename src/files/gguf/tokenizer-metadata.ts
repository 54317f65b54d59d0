/** What the metadata of a GGUF file says of its tokenizer. */
import { v } from '../../base/schema';
import { fail } from '../errors';

/** Kinds of tokens (llama.cpp's llama_token_type). */
export const UNKNOWN = 2;
export const CONTROL = 3;
export const USER_DEFINED = 4;
export const BYTE = 6;

const id = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const numbers = v.optional(v.array(v.number()), []);

export const tokenizerMetadata = v.looseObject({
  'tokenizer.ggml.model': v.string(),
  'tokenizer.ggml.pre': v.optional(v.string(), 'default'),
  'tokenizer.ggml.tokens': v.array(v.string()),
  'tokenizer.ggml.token_type': numbers,
  'tokenizer.ggml.scores': numbers,
  'tokenizer.ggml.merges': v.optional(v.array(v.string()), []),
  'tokenizer.ggml.bos_token_id': id,
  'tokenizer.ggml.eos_token_id': id,
  'tokenizer.ggml.eot_token_id': id,
  'tokenizer.ggml.eom_token_id': id,
  'tokenizer.ggml.add_bos_token': v.optional(v.boolean()),
  'tokenizer.ggml.add_space_prefix': v.optional(v.boolean(), true),
  'tokenizer.chat_template': v.optional(v.nullable(v.string()), null),
});

export type TokenizerMetadata = v.InferOutput<typeof tokenizerMetadata>;

/** The parts of tokenizer.json that a kind of tokenizer decides. */
export interface WrittenTokenizer {
  readonly json: object;
  /** whether a text begins with BOS where the metadata does not say it */
  readonly addsBos: boolean;
}

/** The row of a table. @throws LetheError file/invalid that lists its names */
export function byName<T>(table: Readonly<Record<string, T>>, key: string, name: string, path: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  return found ?? fail('file/invalid', { path, expected: `${Object.keys(table).join(', ')} at ${key}`, got: name }); // prettier-ignore
}
