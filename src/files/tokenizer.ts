/** Text ↔ token ids, with Hugging Face's tokenizers. */
import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import { LetheError } from '../base/errors';
import { bytesOfPiece } from './byte-pieces';
import { fail } from './errors';
import { explodes, patternsOf } from './pattern-guard';
import { Recent } from './recent';

export interface Tokenizer {
  /** What is put before a text, such as BOS; nothing for many tokenizers, whatever config.json says. */
  readonly opening: readonly number[];
  /** The ids of a text, without special tokens. */
  encode(text: string): Int32Array;
  /** The text of ids; bytes that do not form a character become U+FFFD. */
  decode(ids: Iterable<number>): string;
  /** The text of one token as it follows another, with its leading space if it has one. */
  tokenText(id: number): string;
  /** The bytes of one token; null if its vocabulary has none, as for special tokens. */
  tokenBytes(id: number): Uint8Array | null;
  /** Whether a token is none of the text, such as BOS. */
  isSpecial(id: number): boolean;
}

export interface TokenizerOptions {
  /** for messages */
  readonly path?: string;
  /** V of the model; ids from there on are refused. Default: none are */
  readonly vocabSize?: number;
}

/** Reads tokenizer.json and tokenizer_config.json. @throws LetheError file/invalid, also when a text has ids past V */
export function parseTokenizer(
  tokenizerJson: unknown,
  tokenizerConfig: unknown,
  { path = 'tokenizer.json', vocabSize = Number.POSITIVE_INFINITY }: TokenizerOptions = {},
): Tokenizer {
  const refuse = (expected: string, got: string, cause?: unknown): never =>
    fail('file/invalid', { path, expected, got }, cause);
  if (!isObject(tokenizerJson) || !isObject(tokenizerConfig)) {
    return refuse('a JSON object', typeof tokenizerJson);
  }
  checkIds(tokenizerJson, refuse);
  try {
    const slow = patternsOf({ ...tokenizerJson }).find((pattern) => explodes(pattern, splitterOf(pattern)));
    if (slow !== undefined) refuse('patterns that split any text in a short time', slow);
    const inner = new HuggingFaceTokenizer(withAllDigits(tokenizerJson), tokenizerConfig);
    rememberWords(inner.model);
    const checked = (ids: number[]): number[] => {
      const outside = ids.find((id) => id >= vocabSize);
      return outside === undefined ? ids : refuse(`token ids below ${vocabSize}`, `${outside}`);
    };
    const opening = checked(openingOf(inner, tokenizerJson, tokenizerConfig));
    return { ...tokenizerOf(inner, checked), opening };
  } catch (error) {
    if (error instanceof LetheError) throw error;
    return refuse('a Hugging Face tokenizer', error instanceof Error ? error.message : String(error), error);
  }
}

/** Words whose tokens a BPE model remembers, as many as the library does. */
const REMEMBERED = 10_000;

/** The library keeps words in order of use, which takes longer than all the rest of encoding. */
function rememberWords(model: object | null): void {
  if (model && 'cache' in model) model.cache = new Recent<string[]>(REMEMBERED);
}

/** The library’s `Digits` knows 0 to 9 alone; in Rust’s tokenizers, ½, ² and the digits of other scripts count too. */
function withAllDigits(tokenizerJson: object): object {
  return { ...tokenizerJson, pre_tokenizer: digitsAsSplit(Reflect.get(tokenizerJson, 'pre_tokenizer')) };
}

function digitsAsSplit(json: unknown): unknown {
  if (!isObject(json)) return json;
  const { type, individual_digits, pretokenizers } = json as Readonly<Record<string, unknown>>;
  if (Array.isArray(pretokenizers)) return { ...json, pretokenizers: pretokenizers.map(digitsAsSplit) };
  if (type !== 'Digits') return json;
  const Regex = individual_digits === true ? '\\p{N}' : '\\p{N}+';
  return { type: 'Split', pattern: { Regex }, behavior: 'Isolated', invert: false };
}

/** Splits texts as a tokenizer with this pattern does. */
function splitterOf(pattern: string): (text: string) => void {
  const { pre_tokenizer } = new HuggingFaceTokenizer(
    {
      added_tokens: [],
      normalizer: null,
      post_processor: null,
      decoder: null,
      pre_tokenizer: { type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false },
      model: { type: 'BPE', vocab: {}, merges: [] },
    },
    {},
  );
  return (text) => pre_tokenizer?.pre_tokenize(text);
}

function tokenizerOf(
  inner: HuggingFaceTokenizer,
  checked: (ids: number[]) => number[],
): Omit<Tokenizer, 'opening'> {
  const encode = (text: string): number[] => {
    // A piece that the vocabulary lacks has no id unless there is an unknown token; like Rust's tokenizers, leave it out.
    return checked(inner.encode(text, { add_special_tokens: false }).ids.filter(Number.isSafeInteger));
  };
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
    tokenBytes: (id) => (added.has(id) ? null : bytesOfPiece(inner.id_to_token(id) ?? '')),
    isSpecial: (id) => added.get(id)?.special ?? false,
    tokenText(id) {
      const text = texts.get(id) ?? decode([...before, id]).slice(beforeLength);
      texts.set(id, text);
      return text;
    },
  };
}

/**
 * What the post-processor of tokenizer.json puts before a text, as in transformers; where there is none, BOS if
 * tokenizer_config.json asks for it by `add_bos_token`.
 */
function openingOf(inner: HuggingFaceTokenizer, tokenizerJson: object, tokenizerConfig: object): number[] {
  const hasProcessor = isObject(Reflect.get(tokenizerJson, 'post_processor'));
  if (hasProcessor) {
    const [alone, processed] = [false, true].map(
      (add_special_tokens) => inner.encode('a', { add_special_tokens }).ids,
    );
    const start = processed?.indexOf(alone?.[0] ?? Number.NaN) ?? 0;
    return processed?.slice(0, Math.max(0, start)).filter(Number.isSafeInteger) ?? [];
  }
  if (Reflect.get(tokenizerConfig, 'add_bos_token') !== true) return [];
  const named: unknown = Reflect.get(tokenizerConfig, 'bos_token');
  const bos: unknown = isObject(named) ? Reflect.get(named, 'content') : named;
  const id = typeof bos === 'string' ? inner.token_to_id(bos) : undefined;
  return id === undefined ? [] : [id];
}

/** Ids by piece, and those of added tokens; a Unigram model lists its pieces instead. */
function checkIds(tokenizerJson: object, refuse: (expected: string, got: string) => never): void {
  const { model, added_tokens: added } = tokenizerJson as { model?: unknown; added_tokens?: unknown };
  const vocabulary: unknown = isObject(model) ? Reflect.get(model, 'vocab') : null;
  const byPiece =
    isObject(vocabulary) && !Array.isArray(vocabulary) ? Object.entries<unknown>({ ...vocabulary }) : [];
  const ofAdded = (Array.isArray(added) ? added : []).map((one: unknown): [string, unknown] => [
    'added_tokens',
    isObject(one) ? Reflect.get(one, 'id') : one,
  ]);
  const wrong = [...byPiece, ...ofAdded].find(([, id]) => !Number.isSafeInteger(id) || Number(id) < 0);
  if (wrong) refuse(`a token id at ${wrong[0]}`, wrong[1] === undefined ? 'none' : JSON.stringify(wrong[1]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
