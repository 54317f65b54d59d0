/** The tokenizer in the metadata of a GGUF file, as tokenizer.json and tokenizer_config.json. */
import { v, validate } from '../../base/schema';
import { fail } from '../errors';
import { bosTemplate } from '../bos-template';

/** Kinds of tokens (llama.cpp's llama_token_type). */
const CONTROL = 3;
const USER_DEFINED = 4;

const id = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const metadataSchema = v.looseObject({
  'tokenizer.ggml.model': v.string(),
  'tokenizer.ggml.pre': v.optional(v.string(), 'default'),
  'tokenizer.ggml.tokens': v.array(v.string()),
  'tokenizer.ggml.token_type': v.optional(v.array(v.number()), []),
  'tokenizer.ggml.merges': v.optional(v.array(v.string()), []),
  'tokenizer.ggml.bos_token_id': id,
  'tokenizer.ggml.eos_token_id': id,
  'tokenizer.ggml.eot_token_id': id,
  'tokenizer.ggml.eom_token_id': id,
  'tokenizer.ggml.add_bos_token': v.optional(v.boolean(), false),
  'tokenizer.chat_template': v.optional(v.nullable(v.string()), null),
});
type Metadata = v.InferOutput<typeof metadataSchema>;

export interface GgufTokenizer {
  /** tokenizer.json */
  readonly json: object;
  /** tokenizer_config.json, as far as the metadata say it */
  readonly config: object;
  /** each of these ends a text */
  readonly eosTokenIds: readonly number[];
  readonly chatTemplate: string | null;
}

/** How each kind of tokenizer is written in tokenizer.json, by `tokenizer.ggml.model`. */
const kinds: Readonly<Record<string, (metadata: Metadata, path: string) => object>> = {
  gpt2: byteLevelBpe,
};

const byteLevel = (use_regex: boolean): object => ({
  type: 'ByteLevel',
  add_prefix_space: false,
  trim_offsets: true,
  use_regex,
});

/** How a text is split before byte-level BPE, by `tokenizer.ggml.pre`. */
const splits: Readonly<Record<string, object>> = {
  default: byteLevel(true),
  'gpt-2': byteLevel(true),
  smollm: {
    type: 'Sequence',
    pretokenizers: [{ type: 'Digits', individual_digits: true }, byteLevel(true)],
  },
};

/** @throws LetheError file/invalid for a kind of tokenizer that is not known */
export function tokenizerOf(metadata: Readonly<Record<string, unknown>>, path: string): GgufTokenizer {
  const raw = validate(metadataSchema, metadata, ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
  const write = known(kinds, 'tokenizer.ggml.model', raw['tokenizer.ggml.model'], path);
  const ends = [raw['tokenizer.ggml.eos_token_id'], raw['tokenizer.ggml.eot_token_id'], raw['tokenizer.ggml.eom_token_id']]; // prettier-ignore
  return {
    json: write(raw, path),
    config: configOf(raw),
    eosTokenIds: [...new Set(ends.flatMap((end) => end ?? []))],
    chatTemplate: raw['tokenizer.chat_template'],
  };
}

function configOf(metadata: Metadata): object {
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

function known<T>(table: Readonly<Record<string, T>>, key: string, name: string, path: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  return found ?? fail('file/invalid', { path, expected: `${Object.keys(table).join(', ')} at ${key}`, got: name }); // prettier-ignore
}

function byteLevelBpe(metadata: Metadata, path: string): object {
  const tokens = metadata['tokenizer.ggml.tokens'];
  const types = metadata['tokenizer.ggml.token_type'];
  const bos = metadata['tokenizer.ggml.bos_token_id'];
  const opening = metadata['tokenizer.ggml.add_bos_token'] && bos !== undefined ? tokens[bos] : undefined;
  const added = tokens.flatMap((content, index) => {
    const type = types[index];
    if (type !== CONTROL && type !== USER_DEFINED) return [];
    const plain = { single_word: false, lstrip: false, rstrip: false, normalized: false };
    return [{ id: index, content, special: type === CONTROL, ...plain }];
  });
  return {
    version: '1.0',
    added_tokens: added,
    normalizer: null,
    pre_tokenizer: known(splits, 'tokenizer.ggml.pre', metadata['tokenizer.ggml.pre'], path),
    post_processor: opening !== undefined && bos !== undefined ? bosTemplate(opening, bos) : null,
    decoder: byteLevel(true),
    model: {
      type: 'BPE',
      unk_token: null,
      byte_fallback: false,
      vocab: Object.fromEntries(tokens.map((token, index) => [token, index])),
      merges: metadata['tokenizer.ggml.merges'],
    },
  };
}
