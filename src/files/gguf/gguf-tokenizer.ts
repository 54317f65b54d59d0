/** The tokenizer in the metadata of a GGUF file, as tokenizer.json and tokenizer_config.json. */
import { validate } from '../../base/schema';
import { bosTemplate } from '../bos-template';
import { chatOf } from '../chat-template';
import { fail } from '../errors';
import type { ChatTemplate } from '../model-files';
import { byteLevelBpe } from './byte-level-bpe';
import { sentencePiece } from './sentence-piece';
import {
  byName,
  CONTROL,
  tokenizerMetadata,
  UNKNOWN,
  USER_DEFINED,
  type TokenizerMetadata,
  type WrittenTokenizer,
} from './tokenizer-metadata';

export interface GgufTokenizer {
  /** tokenizer.json */
  readonly json: object;
  /** tokenizer_config.json, as far as the metadata say it */
  readonly config: object;
  /** each of these ends a text */
  readonly eosTokenIds: readonly number[];
  readonly chat: ChatTemplate | null;
}

/** By `tokenizer.ggml.model`. */
const kinds: Readonly<Record<string, (metadata: TokenizerMetadata, path: string) => WrittenTokenizer>> = {
  gpt2: byteLevelBpe,
  llama: sentencePiece,
};

/** @throws LetheError file/invalid for a kind of tokenizer that is not known */
export function tokenizerOf(metadata: Readonly<Record<string, unknown>>, path: string): GgufTokenizer {
  const raw = validate(tokenizerMetadata, metadata, ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
  const write = byName(kinds, 'tokenizer.ggml.model', raw['tokenizer.ggml.model'], path);
  const [config, template] = [configOf(raw), raw['tokenizer.chat_template']];
  const ends = [raw['tokenizer.ggml.eos_token_id'], raw['tokenizer.ggml.eot_token_id'], raw['tokenizer.ggml.eom_token_id']]; // prettier-ignore
  return {
    json: tokenizerJson(raw, write(raw, path)),
    config,
    eosTokenIds: [...new Set(ends.flatMap((end) => end ?? []))],
    chat: template === null ? null : chatOf(template, config),
  };
}

function configOf(metadata: TokenizerMetadata): object {
  const tokens = metadata['tokenizer.ggml.tokens'];
  const [bos, eos] = [metadata['tokenizer.ggml.bos_token_id'], metadata['tokenizer.ggml.eos_token_id']];
  const chat_template = metadata['tokenizer.chat_template'];
  return {
    tokenizer_class: 'PreTrainedTokenizerFast',
    ...(bos !== undefined && { bos_token: tokens[bos] }),
    ...(eos !== undefined && { eos_token: tokens[eos] }),
    ...(chat_template !== null && { chat_template }),
    clean_up_tokenization_spaces: false,
  };
}

function tokenizerJson(metadata: TokenizerMetadata, { json, addsBos }: WrittenTokenizer): object {
  const tokens = metadata['tokenizer.ggml.tokens'];
  const types = metadata['tokenizer.ggml.token_type'];
  const bos = metadata['tokenizer.ggml.bos_token_id'];
  const opening = (metadata['tokenizer.ggml.add_bos_token'] ?? addsBos) && bos !== undefined ? tokens[bos] : undefined; // prettier-ignore
  const added = tokens.flatMap((content, index) => {
    const type = types[index];
    if (type !== CONTROL && type !== USER_DEFINED && type !== UNKNOWN) return [];
    const plain = { single_word: false, lstrip: false, rstrip: false, normalized: false };
    return [{ id: index, content, special: type !== USER_DEFINED, ...plain }];
  });
  return {
    version: '1.0',
    added_tokens: added,
    post_processor: opening !== undefined && bos !== undefined ? bosTemplate(opening, bos) : null,
    ...json,
  };
}
