/** Text ↔ token ids, with Hugging Face's tokenizers. */
import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import { fail } from './errors';

export interface Tokenizer {
  /** The ids of a text, without special tokens. */
  encode(text: string): Int32Array;
  /** The text of ids; bytes that do not form a character become U+FFFD. */
  decode(ids: Iterable<number>): string;
  /** The text of one token as it follows another, with its leading space if it has one. */
  tokenText(id: number): string;
  /** Whether a token is none of the text, such as BOS. */
  isSpecial(id: number): boolean;
}

/** Reads tokenizer.json and tokenizer_config.json; `path` appears in messages only. @throws LetheError file/invalid */
export function parseTokenizer(
  tokenizerJson: unknown,
  tokenizerConfig: unknown,
  path = 'tokenizer.json',
): Tokenizer {
  if (!isObject(tokenizerJson) || !isObject(tokenizerConfig)) {
    return fail('file/invalid', { path, expected: 'a JSON object', got: typeof tokenizerJson });
  }
  const inner = create(tokenizerJson, tokenizerConfig, path);
  const encode = (text: string): number[] => inner.encode(text, { add_special_tokens: false }).ids;
  const texts = new Map<number, string>();
  const decode = (ids: Iterable<number>): string =>
    inner.decode([...ids], { skip_special_tokens: false, clean_up_tokenization_spaces: false });
  const added = inner.get_added_tokens_decoder();
  // Some decoders strip the leading space of a text, so a token is decoded after another.
  const before = encode('a');
  const beforeLength = before.length === 0 ? 0 : decode(before).length;
  return {
    encode: (text) => Int32Array.from(encode(text)),
    decode: (ids) => {
      const list = [...ids];
      return list.length === 0 ? '' : decode(list);
    },
    isSpecial: (id) => added.get(id)?.special ?? false,
    tokenText(id) {
      const text = texts.get(id) ?? decode([...before, id]).slice(beforeLength);
      texts.set(id, text);
      return text;
    },
  };
}

function create(tokenizerJson: object, tokenizerConfig: object, path: string): HuggingFaceTokenizer {
  try {
    return new HuggingFaceTokenizer(tokenizerJson, tokenizerConfig);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    return fail('file/invalid', { path, expected: 'a Hugging Face tokenizer', got }, error);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
