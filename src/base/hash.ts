/**
 * Content hashes (SHA-256). Those of small things are synchronous; a large file is hashed by `crypto.subtle`, in the
 * background, unless the page has no secure context.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RangedFile } from './ranged-file';

/** Text or the bytes of a typed array. */
export type Hashable = string | ArrayBufferView;

function toBytes(part: Hashable): Uint8Array {
  if (typeof part === 'string') return utf8ToBytes(part);
  return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}

/** SHA-256 of the concatenated parts, each preceded by its length, as 64 hex digits. */
export function contentHash(...parts: readonly Hashable[]): string {
  const hash = sha256.create();
  for (const part of parts) {
    const bytes = toBytes(part);
    hash.update(utf8ToBytes(`${bytes.length}:`)).update(bytes);
  }
  return bytesToHex(hash.digest());
}

/** What `crypto.subtle` is given at once. A file larger than this has the hash of the hashes of its pieces. */
const PIECE = 2 ** 24;

/** The hash of a file, which is read piece by piece; up to 16 MiB it is its `contentHash`. */
export async function fileHash(file: RangedFile): Promise<string> {
  const hashes: string[] = [];
  for (let at = 0; at === 0 || at < file.size; at += PIECE) {
    hashes.push(await pieceHash(await file.read(at, Math.min(at + PIECE, file.size))));
  }
  const [only] = hashes;
  return hashes.length === 1 && only !== undefined ? only : contentHash(...hashes);
}

/** `contentHash` of one part. */
async function pieceHash(piece: Uint8Array): Promise<string> {
  // Browsers leave it out where the page is not served securely.
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return contentHash(piece);
  const length = utf8ToBytes(`${piece.length}:`);
  const whole = new Uint8Array(length.length + piece.length);
  whole.set(length);
  whole.set(piece, length.length);
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', whole)));
}

/** A draw from 0 … n−1 that depends only on the parts. */
export function hashDraw(n: number, ...parts: readonly Hashable[]): number {
  return Number.parseInt(contentHash(...parts).slice(0, 12), 16) % n;
}
