/** A file or a pasted text → passages, or a refusal that says what to do. */
import { quoted } from '../../base/errors';
import { fail as failFile } from '../../files/errors';
import type { Passage } from '../blocks';
import { fail } from '../errors';
import { decodeAs, decodeText, type Decoded } from './encoding';
import { foreignFormat, type ForeignFormat } from './foreign';
import { htmlText, isHtml } from './html';
import { passagesOf } from './passages';
import { isJson, readJson, readJsonLines } from './records';

/** Maximum size in bytes: about six times the shipped forget set, for which a run takes minutes. */
export const MOST_BYTES = 2 * 2 ** 20;

/** Maximum share of unreadable characters in a text. */
const UNREADABLE_SHARE = 0.01;

export interface ReadText {
  readonly title: string;
  readonly passages: readonly Passage[];
  /** the lines, counted from 1, whose records were not used */
  readonly unused: readonly number[];
}

export interface ReadFile extends ReadText {
  /** how its bytes were read */
  readonly decoded: Omit<Decoded, 'text'>;
}

/**
 * Reads a file: plain text, Markdown, HTML, JSON or JSONL, recognised by its content and its name’s ending. `encoding`:
 * the one to use instead of the likeliest.
 * @throws LetheError text/too-large, text/foreign, text/binary, text/empty, file/invalid
 */
export async function readTextFile(
  name: string,
  bytes: Uint8Array,
  encoding: string | null = null,
): Promise<ReadFile> {
  checkSize(bytes.length);
  const format = foreignFormat(bytes);
  if (format !== null) refuse(name, format);
  const { text, ...decoded } = encoding === null ? await decodeText(bytes) : decodeAs(bytes, encoding);
  if (encoding === null && decoded.unreadable > UNREADABLE_SHARE * text.length) fail('text/binary', { name });
  return { ...(await passagesIn(name, text)), decoded };
}

/** The same for a text that was pasted. */
export async function readPasted(title: string, text: string): Promise<ReadText> {
  const bytes = new TextEncoder().encode(text);
  checkSize(bytes.length);
  const format = foreignFormat(bytes);
  if (format !== null) refuse(title, format);
  return { ...(await passagesIn(title, text)), title };
}

const htmlEndings = /\.x?html?$/iu;
const jsonEndings = /\.(?:json|jsonl|ndjson)$/iu;
/** A declaration, a type that is not HTML, or a name space or a whole in one element, as those of books. */
const XML = /^\s*<(?:\?xml\b|!doctype\s|(?:FictionBook|svg)\b|[a-z][\w:.-]*\s[^<>]*xmlns)/iu;
const WHOLE = /^\s*<([a-z][\w:.-]*)(?:\s[^<>]*)?>/iu;

async function passagesIn(name: string, text: string): Promise<ReadText> {
  const title = name.replace(/\.[^.]*$/u, '');
  if (htmlEndings.test(name) || isHtml(text)) {
    const html = await htmlText(text, (expected, got) =>
      failFile('file/invalid', { path: name, expected, got }),
    );
    return filled({ title: html.title ?? title, passages: passagesOf(html.text), unused: [] });
  }
  if (isXml(text)) refuse(name, 'XML');
  const records = readJson(text) ?? readJsonLines(text);
  if (records) return filled({ ...records, title: records.title ?? title });
  if (jsonEndings.test(name) || isJson(text)) refuseJson(name, text);
  return filled({ title, passages: passagesOf(text), unused: [] });
}

function isXml(text: string): boolean {
  const root = WHOLE.exec(text)?.[1];
  return XML.test(text) || (root !== undefined && text.trimEnd().endsWith(`</${root}>`));
}

/** Without passages that have no word. */
function filled(read: ReadText): ReadText {
  const passages = read.passages.filter((passage) => /[\p{L}\p{N}]/u.test(passage));
  return passages.length > 0 ? { ...read, passages } : fail('text/empty', { what: 'the text to forget' });
}

function checkSize(bytes: number): void {
  if (bytes > MOST_BYTES) fail('text/too-large', { size: megabytes(bytes), most: megabytes(MOST_BYTES) });
}

function refuse(name: string, format: ForeignFormat): never {
  return fail('text/foreign', { name, format });
}

function refuseJson(path: string, text: string): never {
  const expected = 'JSON: texts, or records with "text" or with "question" and "answer"';
  return failFile('file/invalid', { path, expected, got: quoted(text) });
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
