/** The bytes that a piece of a vocabulary stands for. */

/** Bytes that byte-level tokenizers write as themselves; each of the others is written as a character from 256 on. */
const isPrinted = (byte: number): boolean =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte !== 0xad && byte <= 0xff);

const byteOf = new Map<string, number>();
for (let byte = 0, next = 0x100; byte < 0x100; byte++)
  byteOf.set(String.fromCodePoint(isPrinted(byte) ? byte : next++), byte);

/** As SentencePiece writes a byte. */
const FALLBACK = /^<0x([0-9A-F]{2})>$/u;

/** null: the piece is written in neither way. */
export function bytesOfPiece(piece: string): Uint8Array | null {
  const [, hex] = FALLBACK.exec(piece) ?? [];
  if (hex !== undefined) return Uint8Array.of(Number.parseInt(hex, 16));
  const bytes = Array.from(piece, (character) => byteOf.get(character));
  const known = bytes.flatMap((byte) => byte ?? []);
  return known.length === bytes.length ? Uint8Array.from(known) : null;
}
