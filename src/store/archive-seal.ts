/**
 * The seal of a project file: the SHA-256 of everything before it, as the comment of the zip file. With it any change
 * is noticed. A file without a comment has no seal: version 0.2 wrote none, and none is left after repacking.
 */
import { contentHash } from '../base/hash';
import { commentStart, type Refuse } from './archive-directory';

const comment = (before: Uint8Array): string => `lethe sha256 ${contentHash(before)}`;
const LENGTH = comment(new Uint8Array()).length;

/** A copy of a zip file without a comment, with its seal. */
export function seal(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(zip.length + LENGTH);
  sealed.set(zip);
  new DataView(sealed.buffer).setUint16(zip.length - 2, LENGTH, true); // where its length is said
  sealed.set(new TextEncoder().encode(comment(sealed.subarray(0, zip.length))), zip.length);
  return sealed;
}

export function checkSeal(zip: Uint8Array, refuse: Refuse): void {
  const start = commentStart(zip, refuse);
  if (start === zip.length) return;
  const found = new TextDecoder().decode(zip.subarray(start));
  if (found !== comment(zip.subarray(0, start))) refuse('a file as it was exported', 'a changed one');
}
