/**
 * Content hashes (SHA-256). Unlike `crypto.subtle` these are synchronous, and also work in a page without a secure
 * context.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

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

/** A draw from 0 … n−1 that depends only on the parts. */
export function hashDraw(n: number, ...parts: readonly Hashable[]): number {
  return Number.parseInt(contentHash(...parts).slice(0, 12), 16) % n;
}
