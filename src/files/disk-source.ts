/** Files of a folder on disk (Node only). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from './errors';
import type { FileSource } from './source';

export function diskSource(folder: string): FileSource {
  return {
    async read(path) {
      try {
        return new Uint8Array(await readFile(join(folder, path)));
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
