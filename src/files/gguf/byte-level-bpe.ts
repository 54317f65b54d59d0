/** Byte-level BPE, as tokenizer.json writes it: how texts are split before it differs from model to model. */
import { byName, type TokenizerMetadata, type WrittenTokenizer } from './tokenizer-metadata';

const byteLevel = (use_regex: boolean): object => ({
  type: 'ByteLevel',
  add_prefix_space: false,
  trim_offsets: true,
  use_regex,
});

/** Words, digits in groups of `digits`, punctuation and spaces, as the tokenizers of Llama 3 and Qwen 2 split them. */
const words = (digits: string): object => ({
  type: 'Sequence',
  pretokenizers: [
    {
      type: 'Split',
      pattern: {
        Regex: `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|${digits}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`,
      },
      behavior: 'Isolated',
      invert: false,
    },
    byteLevel(false),
  ],
});

interface Splitting {
  readonly preTokenizer: object;
  readonly normalizer: object | null;
  /** whether a word that is a token needs no merges */
  readonly ignoreMerges: boolean;
  /** whether a text begins with BOS where the metadata does not say it */
  readonly addsBos: boolean;
}

const plain: Splitting = {
  preTokenizer: byteLevel(true),
  normalizer: null,
  ignoreMerges: false,
  addsBos: false,
};

/** By `tokenizer.ggml.pre`. */
const splittings: Readonly<Record<string, Splitting>> = {
  default: plain,
  'gpt-2': plain,
  smollm: {
    ...plain,
    preTokenizer: {
      type: 'Sequence',
      pretokenizers: [{ type: 'Digits', individual_digits: true }, byteLevel(true)],
    },
  },
  'llama-bpe': { ...plain, preTokenizer: words('\\p{N}{1,3}'), ignoreMerges: true, addsBos: true },
  qwen2: { ...plain, preTokenizer: words('\\p{N}'), normalizer: { type: 'NFC' } },
};

/** @throws LetheError file/invalid for a way to split that is not known */
export function byteLevelBpe(metadata: TokenizerMetadata, path: string): WrittenTokenizer {
  const tokens = metadata['tokenizer.ggml.tokens'];
  const { preTokenizer, normalizer, ignoreMerges, addsBos } = byName(
    splittings,
    'tokenizer.ggml.pre',
    metadata['tokenizer.ggml.pre'],
    path,
  );
  return {
    addsBos,
    json: {
      normalizer,
      pre_tokenizer: preTokenizer,
      decoder: byteLevel(true),
      model: {
        type: 'BPE',
        unk_token: null,
        byte_fallback: false,
        ignore_merges: ignoreMerges,
        vocab: Object.fromEntries(tokens.map((token, index) => [token, index])),
        merges: metadata['tokenizer.ggml.merges'],
      },
    },
  };
}
