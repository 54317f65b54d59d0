/** Files of a folder on disk (Node only). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from './errors';
import type { FileSource } from './source';

export function diskSource(folder: string): FileSource {
  return {
    async read(path) {
      try {
        const { buffer, byteOffset, length } = await readFile(join(folder, path));
        return new Uint8Array(buffer, byteOffset, length); // without the methods of Buffer, and without a copy
      } catch (error) {
        return fail(
          'file/missing',
          { path, status: error instanceof Error ? error.message : 'unreadable' },
          error,
        );
      }
    },
  };
}
