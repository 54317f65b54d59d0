/** A file or pasted text → a text to forget, or a clear refusal. */
import { v } from '../../base/schema';
import { fail } from '../../lab/error-catalogue';
import type { Text } from '../../lab/dataset';

/** Maximum size in bytes: about six times the shipped forget set, for which a run takes minutes. */
export const MOST_BYTES = 2 * 2 ** 20;

/** Maximum share of unreadable characters in a text. */
const UNREADABLE_SHARE = 0.01;

const json = v.union([
  v.pipe(
    v.array(v.string()),
    v.transform((passages) => ({ title: undefined, passages })),
  ),
  v.object({ title: v.optional(v.string()), passages: v.array(v.string()) }),
  v.pipe(
    v.object({ title: v.optional(v.string()), text: v.string() }),
    v.transform(({ title, text }) => ({ title, passages: passagesOf(text) })),
  ),
]);

/**
 * Reads a file by its name's ending: JSON holds passages (a list, `{title?, passages}` or `{title?, text}`), anything
 * else is text.
 * @throws LetheError text/too-large, text/binary, text/empty, file/invalid
 */
export function readOwnText(name: string, bytes: Uint8Array): Text {
  if (bytes.length > MOST_BYTES)
    fail('text/too-large', { size: megabytes(bytes.length), most: megabytes(MOST_BYTES) });
  const text = decode(name, bytes);
  const title = name.replace(/\.[^.]*$/u, '');
  if (!/\.json$/iu.test(name)) return whole(title, passagesOf(text));
  const read = v.safeParse(json, parseJson(name, text));
  if (!read.success) return refuse(name, text);
  return whole(read.output.title ?? title, read.output.passages);
}

/** The same for a text that was pasted. @throws LetheError text/too-large, text/empty */
export function readPasted(title: string, text: string): Text {
  return readOwnText(`${title}.txt`, new TextEncoder().encode(text));
}

/** Passages are separated by three line breaks, or begin at a Markdown heading. */
export function passagesOf(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n\s*\n+|\n(?=#{1,3} )/u)
    .map((passage) => passage.trim())
    .filter((passage) => passage !== '');
}

function whole(title: string, passages: readonly string[]): Text {
  const filled = passages.filter((passage) => /[\p{L}\p{N}]/u.test(passage));
  if (filled.length === 0) fail('text/empty', { what: 'the text to forget' });
  return { title, passages: filled };
}

/** What binary files turn into: zeros, and the replacement character. */
const UNREADABLE = new RegExp(`[${String.fromCharCode(0, 0xfffd)}]`, 'u');

/** UTF-8, or UTF-16 if its mark says so. */
function decode(name: string, bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const unreadable = text.split(UNREADABLE).length - 1;
  if (unreadable > UNREADABLE_SHARE * text.length) fail('text/binary', { name });
  return text;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(name, text, error);
  }
}

function refuse(path: string, text: string, cause?: unknown): never {
  const expected = 'JSON: a list of passages, or an object with "passages" or "text"';
  return fail('file/invalid', { path, expected, got: text.slice(0, 40) }, cause);
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
