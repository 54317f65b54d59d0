/**
 * Content hashes (SHA-256). Synchronous and the same in a page without a secure context, in a
 * worker and in Node, which `crypto.subtle` is not.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Text or the bytes of a typed array. */
export type Hashable = string | ArrayBufferView;

function toBytes(part: Hashable): Uint8Array {
  if (typeof part === 'string') return utf8ToBytes(part);
  return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}

/** The SHA-256 of the parts one after another, each preceded by its length, as 64 hex digits. */
export function contentHash(...parts: readonly Hashable[]): string {
  const hash = sha256.create();
  for (const part of parts) {
    const bytes = toBytes(part);
    hash.update(utf8ToBytes(`${bytes.length}:`)).update(bytes);
  }
  return bytesToHex(hash.digest());
}

/** A draw from 0 … n−1 that depends on the parts alone: the same parts, the same draw. */
export function hashDraw(n: number, ...parts: readonly Hashable[]): number {
  return Number.parseInt(contentHash(...parts).slice(0, 12), 16) % n;
}
