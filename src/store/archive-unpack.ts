/** The files inside a zip file, by name. Never more bytes than the directory says, and those only up to a limit. */
import { Inflate } from 'fflate';
import { crc32 } from '../base/crc32';
import { readDirectory, type Packed, type Refuse } from './archive-directory';
import { checkSeal } from './archive-seal';

export function unpack(zip: Uint8Array, most: number, refuse: Refuse): Map<string, Uint8Array> {
  checkSeal(zip, refuse);
  const files = readDirectory(zip, most, refuse);
  return new Map(files.map((file) => [file.name, contentOf(file, refuse)]));
}

function contentOf(file: Packed, refuse: Refuse): Uint8Array {
  const content = file.isDeflated ? inflate(file, refuse) : file.bytes;
  if (crc32(content) !== file.crc) refuse(`${file.name} undamaged`, 'another checksum');
  return content;
}

/** Bytes that are inflated at once: deflate makes at most a thousand times as many. */
const PIECE = 2 ** 14;

function inflate({ name, size, bytes }: Packed, refuse: Refuse): Uint8Array {
  const content = new Uint8Array(size);
  let filled = 0;
  const inflating = new Inflate((part) => {
    if (filled + part.length <= size) content.set(part, filled);
    filled += part.length;
  });
  try {
    for (let at = 0; at < bytes.length && filled <= size; at += PIECE)
      inflating.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    return refuse(`${name} undamaged`, error instanceof Error ? error.message : 'something else');
  }
  if (filled !== size) refuse(`${size} bytes of ${name}`, filled > size ? 'more' : `${filled}`);
  return content;
}
