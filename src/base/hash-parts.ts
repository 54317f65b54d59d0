/** Hashes of files that come in parts, of the two kinds that the Hugging Face Hub states. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export interface PartHash {
  /** Takes the next bytes of the file. */
  update(bytes: Uint8Array): void;
  /** In hex digits; takes no bytes afterwards. */
  end(): string;
}

/** SHA-256, by which Git LFS names a file. */
export const sha256OfParts = (): PartHash => partHash(sha256.create());

/** The SHA-1 by which Git names a file of `size` bytes: that of a header and the file. */
export const gitBlobOfParts = (size: number): PartHash =>
  partHash(sha1.create().update(utf8ToBytes(`blob ${size}\0`)));

interface Hasher {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

function partHash(hasher: Hasher): PartHash {
  return {
    update: (bytes) => void hasher.update(bytes),
    end: () => bytesToHex(hasher.digest()),
  };
}
