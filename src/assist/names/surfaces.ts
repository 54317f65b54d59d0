/** What the pieces of a tokenizer look like in a text: word pieces, SentencePiece, and byte-level pieces. */

/** How a tokenizer writes its pieces. */
export interface PieceMarks {
  /** Whether each character of a piece stands for one byte of UTF-8. */
  readonly isBytes: boolean;
  /** What begins a piece within a word, such as "##"; null: nothing does */
  readonly continuing: string | null;
  /** The piece that stands for anything unknown; null: there is none. */
  readonly unknown: string | null;
}

/** A piece as the text may have it. */
export interface Surface {
  /** The characters that begin in this piece; null: it may stand for any. */
  readonly text: string | null;
  /** Whether it begins within a character that began in an earlier piece. */
  readonly isCarried: boolean;
}

/** The word mark of SentencePiece. */
const SPACE = /▁/gu;

export function surfacesOf(pieces: readonly string[], marks: PieceMarks): Surface[] {
  if (marks.isBytes) return fromBytes(pieces);
  return pieces.map((piece) => {
    if (piece === marks.unknown) return { text: null, isCarried: false };
    const inner =
      marks.continuing !== null && piece.startsWith(marks.continuing)
        ? piece.slice(marks.continuing.length)
        : piece;
    return { text: inner.replace(SPACE, ' '), isCarried: false };
  });
}

/** The byte of each character of a byte-level piece: printable ones stand for themselves, the others follow from 256 on. */
const byteOf: ReadonlyMap<string, number> = (() => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const own = (byte: number): boolean =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let other = 256;
  return new Map(bytes.map((byte) => [String.fromCodePoint(own(byte) ? byte : other++), byte]));
})();

const isWithin = (byte: number | undefined): boolean => byte !== undefined && byte >> 6 === 0b10;

function fromBytes(pieces: readonly string[]): Surface[] {
  const bytes = pieces.map((piece) => Array.from(piece, (one) => byteOf.get(one) ?? 0x3f));
  const decoder = new TextDecoder();
  const all = bytes.flat();
  let at = 0;
  return bytes.map((own) => {
    const isCarried = isWithin(own[0]);
    let from = at;
    at += own.length;
    let to = at;
    while (from < to && isWithin(all[from])) from++;
    if (from < to) while (isWithin(all[to])) to++; // the whole of the last character
    return { text: decoder.decode(Uint8Array.from(all.slice(from, to))), isCarried };
  });
}
