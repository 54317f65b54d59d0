/** Files of a folder on disk (Node only). */
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from './errors';
import type { FileSource } from './source';

export function diskSource(folder: string): FileSource {
  return {
    isHere: () => true,
    async read(path) {
      const { buffer, byteOffset, length } = await onDisk(path, readFile(join(folder, path)));
      return new Uint8Array(buffer, byteOffset, length); // without the methods of Buffer, and without a copy
    },
    async open(path) {
      const at = join(folder, path);
      const { size } = await onDisk(path, stat(at));
      return {
        size,
        async read(from, to) {
          const part = await onDisk(path, readPart(at, from, to));
          if (part.length < to - from)
            fail('file/invalid', { path, expected: `${size} bytes`, got: String(from + part.length) });
          return part;
        },
      };
    },
  };
}

function onDisk<T>(path: string, reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) =>
    fail('file/missing', { path, status: error instanceof Error ? error.message : 'unreadable' }, error),
  );
}

/** Shorter if the file ends before. The file is open only meanwhile, so that nobody has to close it. */
async function readPart(path: string, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(to - from);
  const file = await open(path);
  try {
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
