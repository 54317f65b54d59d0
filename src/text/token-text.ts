/** The text of a sequence of tokens, and which tokens hold a part of it. */
import type { Tokenizer } from '../files/tokenizer';
import { BROKEN } from './whole-word';

type Reader = Pick<Tokenizer, 'decode' | 'tokenText' | 'isSpecial'>;

/** What a special token, such as BOS, is in the text: no term contains it, and it ends words. */
const SPECIAL = '\uFFFC';
/** A character of UTF-8 has at most four bytes, so at most four tokens. */
const MOST_BYTES = 4;

export class TokenText {
  readonly text: string;
  /**
   * Where the text of each token begins, in UTF-16 units, and the end of the whole, [T + 1]. Tokens that share a
   * character begin where the first of them does: none of them can be read alone.
   */
  readonly offsets: Int32Array;

  /** Bytes that form no character are U+FFFD. */
  constructor(
    private readonly ids: Int32Array,
    private readonly tokenizer: Reader,
  ) {
    this.offsets = new Int32Array(ids.length + 1);
    let text = '';
    for (let at = 0; at < ids.length;) {
      const { piece, count } = pieceAt(ids, at, tokenizer);
      this.offsets.fill(text.length, at, at + count);
      text += tokenizer.isSpecial(ids[at] ?? 0) ? SPECIAL : piece;
      at += count;
    }
    this.offsets[ids.length] = text.length;
    this.text = text;
  }

  /** Where the text of a token begins; the end of the text for the number of tokens. */
  offset(token: number): number {
    return this.offsets[token] ?? this.text.length;
  }

  /** The first and the last of the tokens that hold unit `place` of the text. */
  tokensAt(place: number): { readonly first: number; readonly last: number } {
    let [last, high] = [0, this.offsets.length - 2];
    while (last < high) {
      const middle = Math.ceil((last + high) / 2);
      if (this.offset(middle) <= place) last = middle;
      else high = middle - 1;
    }
    let first = last;
    while (first > 0 && this.offset(first - 1) === this.offset(last)) first -= 1;
    return { first, last };
  }

  /** The first token that holds a part of `ending`; null if the text does not end so. */
  startOf(ending: string): number | null {
    return this.text.endsWith(ending) ? this.tokensAt(this.text.length - ending.length).first : null;
  }

  /** What the token before another decodes to, special tokens included; empty at the start. */
  before(token: number): string {
    if (token === 0) return '';
    return pieceAt(this.ids, this.tokensAt(this.offset(token) - 1).first, this.tokenizer).piece;
  }
}

/** The shortest run of tokens from `at` on that forms whole characters. */
function pieceAt(ids: Int32Array, at: number, tokenizer: Reader): { piece: string; count: number } {
  const alone = tokenizer.tokenText(ids[at] ?? 0);
  if (!alone.endsWith(BROKEN)) return { piece: alone, count: 1 };
  for (let count = 2; count <= MOST_BYTES && at + count <= ids.length; count++) {
    const piece = tokenizer.decode(ids.subarray(at, at + count));
    if (!piece.includes(BROKEN)) return { piece, count };
  }
  return { piece: alone, count: 1 };
}
