/** Files in memory, as a folder would hold them. */
import { fail } from '../../../src/files/errors';
import type { FileSource } from '../../../src/files/source';

const encoder = new TextEncoder();

/** A file of bytes, or of a value to serialise as JSON. */
export const bytesOf = (file: unknown): Uint8Array =>
  file instanceof Uint8Array ? file : encoder.encode(JSON.stringify(file));

export function memorySource(files: Readonly<Record<string, unknown>>): FileSource {
  return {
    read: (path) => {
      const file = files[path];
      return new Promise((resolve) => {
        if (file === undefined) fail('file/missing', { path, status: 'HTTP 404' });
        resolve(bytesOf(file));
      });
    },
  };
}
