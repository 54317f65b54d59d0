/** Tokens as people read them, also those that hold a part of a character. */
import { append } from '../base/append';
import type { Tokenizer } from '../files/tokenizer';
import { BROKEN } from './whole-word';

/** A token alone: its text or, if it ends or begins within a character, its bytes, as in ⟨E7 81⟩. */
export function tokenLabel(tokenizer: Pick<Tokenizer, 'tokenText' | 'tokenBytes'>, id: number): string {
  const text = tokenizer.tokenText(id);
  const bytes = text.includes(BROKEN) ? tokenizer.tokenBytes(id) : null;
  return bytes ? `⟨${Array.from(bytes, inHex).join(' ')}⟩` : text;
}

const inHex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

const IN_BYTES = /^⟨([0-9A-F]{2}(?: [0-9A-F]{2})*)⟩$/u;

function bytesIn(label: string): number[] | null {
  const [, bytes] = IN_BYTES.exec(label) ?? [];
  return bytes === undefined ? null : bytes.split(' ').map((byte) => Number.parseInt(byte, 16));
}

/** Tokens that hold parts of one character, at most: it has four bytes. */
const MOST_TOKENS = 4;

/**
 * Labels of tokens in a row, each as it is read there: characters that several tokens share stand with the first of them,
 * and the others are empty.
 */
export function readTogether(labels: readonly string[]): string[] {
  const texts = [...labels];
  for (let at = 0; at < labels.length;) at += mergeAt(labels, at, texts);
  return texts;
}

/** Writes the shortest run from `at` on that forms whole characters into `texts`. Returns its length. */
function mergeAt(labels: readonly string[], at: number, texts: string[]): number {
  const bytes: number[] = [];
  for (let count = 1; count <= MOST_TOKENS; count++) {
    const more = bytesIn(labels[at + count - 1] ?? '');
    if (!more) return 1;
    append(bytes, more);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
    if (text.includes(BROKEN)) continue;
    texts[at] = text;
    texts.fill('', at + 1, at + count);
    return count;
  }
  return 1;
}
