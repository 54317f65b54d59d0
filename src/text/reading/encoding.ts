/** The bytes of a text file → characters. Encodings have their WHATWG names, as `TextDecoder` knows them. */
import { detectEncodings } from './detect-encodings';

/** Encodings to choose from. */
export const encodings = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253'],
  ...['windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'iso-8859-2'],
  ...['iso-8859-5', 'iso-8859-7', 'koi8-r', 'koi8-u', 'ibm866', 'macintosh', 'gb18030', 'big5'],
  ...['shift_jis', 'euc-jp', 'iso-2022-jp', 'euc-kr'],
] as const;

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** characters that the encoding does not have, or that no text has */
  readonly unreadable: number;
}

/** Controls except tabs and line breaks, and the replacement character. */
const UNREADABLE = /[^\P{Cc}\t\n\v\f\r\u0085]|\uFFFD/gu;

/** In a text read as UTF-8: bytes that are none, or the escapes by which ISO-2022-JP changes between alphabets. */
const signsOfOthers = ['\uFFFD', '\u001B'];

export function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const decoder = new TextDecoder(encoding);
  // In two steps: Node 20 decodes windows-1252 as Latin-1 otherwise.
  const text = decoder.decode(bytes, { stream: true }) + decoder.decode();
  return { text, encoding, unreadable: text.match(UNREADABLE)?.length ?? 0 };
}

/** Reads bytes by their mark, as UTF-8, as their HTML declares, or else in the likeliest encoding. */
export async function decodeText(bytes: Uint8Array): Promise<Decoded> {
  const sure = markOf(bytes) ?? wideOf(bytes);
  if (sure !== null) return decodeAs(bytes, sure);
  const utf8 = decodeAs(bytes, 'utf-8');
  if (!signsOfOthers.some((sign) => utf8.text.includes(sign)) || isDamaged(utf8)) return utf8;
  const declared = declaredIn(bytes);
  if (declared?.unreadable === 0) return declared;
  const likeliest = (await detectEncodings(bytes)).map((encoding) => decodeAs(bytes, encoding));
  return likeliest.reduce(
    (best, one) => (one.unreadable < best.unreadable ? one : best),
    likeliest[0] ?? decodeAs(bytes, 'windows-1252'),
  );
}

function markOf([a, b]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark has a zero in every other byte of Latin letters, spaces and line breaks. */
function wideOf(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, 4096);
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const least = sample.length / 10;
  if (odd > least && even < odd / 10) return 'utf-16le';
  return even > least && odd < even / 10 ? 'utf-16be' : null;
}

/** UTF-8 in which a few bytes are wrong: other encodings have no valid sequences of several bytes. */
function isDamaged({ text, unreadable }: Decoded): boolean {
  const beyondAscii = text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
  return beyondAscii > 10 * unreadable;
}

function declaredIn(bytes: Uint8Array): Decoded | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const [, name = ''] = /^\s*<[^]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)/iu.exec(start) ?? [];
  try {
    return name === '' ? null : decodeAs(bytes, new TextDecoder(name).encoding);
  } catch {
    return null;
  }
}
