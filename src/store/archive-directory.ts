/**
 * The directory of a zip file (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), checked before anything is
 * unpacked: each file lies where no other does, both of its headers agree, and its name stays inside a folder.
 */

/** Throws an error that says what was expected and what was found. */
export type Refuse = (expected: string, got: string) => never;

/** A file as it is packed. */
export interface Packed {
  readonly name: string;
  readonly isDeflated: boolean;
  /** CRC-32 of its content */
  readonly crc: number;
  /** bytes of its content */
  readonly size: number;
  /** as it is in the zip file */
  readonly bytes: Uint8Array;
}

const END = { signature: 0x06054b50, size: 22 } as const;
const ENTRY = { signature: 0x02014b50, size: 46 } as const;
const LOCAL = { signature: 0x04034b50, size: 30 } as const;
const MOST_COMMENT = 2 ** 16;

const ENCRYPTED = 1;
/** Sizes and CRC follow the content, and the local header has zeros. */
const SIZES_LATER = 8;
const DEFLATED = 8;

/** Where the comment of the whole file starts; it ends with the file. */
export function commentStart(zip: Uint8Array, refuse: Refuse): number {
  const view = viewOf(zip);
  const first = Math.max(0, zip.length - END.size - MOST_COMMENT);
  for (let at = zip.length - END.size; at >= first; at--) {
    const isEnd = view.getUint32(at, true) === END.signature;
    if (isEnd && at + END.size + view.getUint16(at + 20, true) === zip.length) return at + END.size;
  }
  return refuse('the end of a zip file', 'other bytes');
}

/** The files, in the order of the directory; together they have at most `most` bytes. */
export function readDirectory(zip: Uint8Array, most: number, refuse: Refuse): Packed[] {
  const view = viewOf(zip);
  const end = commentStart(zip, refuse) - END.size;
  const [disk, startDisk] = [view.getUint16(end + 4, true), view.getUint16(end + 6, true)];
  const [here, count] = [view.getUint16(end + 8, true), view.getUint16(end + 10, true)];
  const [length, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (disk !== 0 || startDisk !== 0 || here !== count) refuse('a zip file in one part', 'several');
  if (start + length !== end)
    refuse('a directory before the end of the zip file', `${length} bytes at ${start}`);

  const files: Packed[] = [];
  const places: (readonly [start: number, end: number])[] = [];
  let [at, total] = [start, 0];
  for (let i = 0; i < count; i++) {
    if (at + ENTRY.size > end || view.getUint32(at, true) !== ENTRY.signature)
      refuse(`${count} files in the directory`, `${i}`);
    total += view.getUint32(at + 24, true);
    if (total > most)
      refuse(`at most ${most / 2 ** 20} MB when unpacked`, `${Math.ceil(total / 2 ** 20)} MB`);
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const nameEnd = at + ENTRY.size + (nameLength ?? 0);
    const next = nameEnd + (extra ?? 0) + (comment ?? 0);
    if (next > end) refuse('a directory before the end of the zip file', `an entry up to ${next}`);
    const entry = { at, nameBytes: zip.subarray(at + ENTRY.size, nameEnd), start };
    const { place, ...file } = readEntry(zip, entry, refuse);
    files.push(file);
    places.push(place);
    at = next;
  }
  if (at !== end) refuse(`${count} files in the directory`, `${end - at} more bytes`);
  checkNames(files, refuse);
  checkPlaces(places, refuse);
  return files;
}

interface Entry {
  /** of the entry in the directory */
  readonly at: number;
  readonly nameBytes: Uint8Array;
  /** of the directory */
  readonly start: number;
}

function readEntry(
  zip: Uint8Array,
  { at, nameBytes, start }: Entry,
  refuse: Refuse,
): Packed & { readonly place: readonly [number, number] } {
  const view = viewOf(zip);
  const name = decode(nameBytes, refuse);
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [crc, packed, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true));
  const local = view.getUint32(at + 42, true);
  if (flags & ENCRYPTED) refuse(`${name} without a password`, 'an encrypted file');
  if (method !== 0 && method !== DEFLATED) refuse(`${name} stored or deflated`, `method ${method}`);
  if (method === 0 && packed !== size) refuse(`${size} stored bytes of ${name}`, `${packed}`);

  if (local + LOCAL.size > start || view.getUint32(local, true) !== LOCAL.signature)
    refuse(`${name} before the directory`, `other bytes at ${local}`);
  // Flags, method, time and date, then CRC and both sizes.
  const compared = flags & SIZES_LATER ? 8 : 20;
  const [own, copy] = [
    zip.subarray(at + 8, at + 8 + compared),
    zip.subarray(local + 6, local + 6 + compared),
  ];
  const nameEnd = local + LOCAL.size + view.getUint16(local + 26, true);
  if (!isSameBytes(own, copy) || !isSameBytes(nameBytes, zip.subarray(local + LOCAL.size, nameEnd)))
    refuse(`one header of ${name}`, 'two that differ');
  const from = nameEnd + view.getUint16(local + 28, true);
  const to = from + (packed ?? 0);
  if (to > start) refuse(`${name} before the directory`, `one up to ${to}`);
  return {
    name,
    isDeflated: method === DEFLATED,
    crc: crc ?? 0,
    size: size ?? 0,
    bytes: zip.subarray(from, to),
    place: [local, to],
  };
}

function checkNames(files: readonly Packed[], refuse: Refuse): void {
  const seen = new Set<string>();
  for (const { name } of files) {
    if (!isInside(name)) refuse('names inside the zip file', JSON.stringify(name));
    if (seen.has(name)) refuse('every name once', name);
    seen.add(name);
  }
}

/** Whether the name leads nowhere else on any system; a folder's ends with a slash. */
function isInside(name: string): boolean {
  const parts = name.replace(/\/$/u, '').split('/');
  return !/[\\\p{Cc}]|^\p{L}:/u.test(name) && parts.every((part) => !['', '.', '..'].includes(part));
}

function checkPlaces(places: readonly (readonly [number, number])[], refuse: Refuse): void {
  let free = 0;
  for (const [start, end] of places.toSorted((a, b) => a[0] - b[0])) {
    if (start < free) refuse('files that do not overlap', `one at ${start} within another`);
    free = end;
  }
}

function decode(name: Uint8Array, refuse: Refuse): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return refuse('names in UTF-8', 'another encoding');
  }
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
