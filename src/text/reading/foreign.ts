/** Files that hold a text but are not plain text, recognised by what is in them, whatever their name. */

/** What to call them in a message. */
export type ForeignFormat =
  'PDF' | 'PostScript' | 'RTF' | 'EPUB' | 'Word' | 'OpenDocument' | 'MOBI' | 'XML' | 'MIME' | 'ZIP' | 'gzip';

const zipped: readonly (readonly [ForeignFormat, string])[] = [
  ['EPUB', 'application/epub+zip'],
  ['OpenDocument', 'application/vnd.oasis.opendocument'],
  ['Word', 'word/document.xml'],
  ['Word', 'word/_rels/'],
];

/** null: probably plain text, HTML or JSON. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const text = new TextDecoder('latin1').decode(bytes);
  const start = text.replace(/^(?:ï»¿)?\s*/u, '').slice(0, 1024);
  if (start.startsWith('{\\rtf')) return 'RTF';
  if (/^%PDF-\d/mu.test(start)) return 'PDF';
  if (start.startsWith('%!PS')) return 'PostScript';
  // Saved web pages (MHTML) and letters, whose texts are coded.
  const head = text.slice(0, 4096);
  if (/^MIME-Version:/imu.test(start) && /^Content-Type:/imu.test(head)) return 'MIME';
  if (/^Content-Transfer-Encoding:\s*(?:base64|quoted-printable)\b/imu.test(head)) return 'MIME';
  if (text.startsWith('PK\x03\x04')) return zipped.find(([, sign]) => text.includes(sign))?.[0] ?? 'ZIP';
  if (text.startsWith('ÐÏ\x11à')) return 'Word'; // until 2003
  if (text.slice(60, 68) === 'BOOKMOBI') return 'MOBI';
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? 'gzip' : null;
}
