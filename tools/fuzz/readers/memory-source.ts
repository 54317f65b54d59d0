/** Files in memory, as a folder would hold them. */
import { fail } from '../../../src/files/errors';
import type { FileSource } from '../../../src/files/source';

export function memorySource(files: Readonly<Record<string, unknown>>): FileSource {
  return {
    read: (path) => {
      const file = files[path];
      return new Promise((resolve) => {
        if (file === undefined) fail('file/missing', { path, status: 'HTTP 404' });
        resolve(file instanceof Uint8Array ? file : new TextEncoder().encode(JSON.stringify(file)));
      });
    },
  };
}
