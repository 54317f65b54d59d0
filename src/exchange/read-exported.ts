/** Exported files read as a folder, for tests. */
import type { FileSource } from '../files/source';
import { makeError } from '../base/errors';
import { fileErrors } from '../files/errors';
import type { ExportedFile } from './exported-file';

export function wholeFile({ pieces, bytes }: ExportedFile): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces()) {
    whole.set(piece, at);
    at += piece.length;
  }
  if (at !== bytes) throw new Error(`a file of ${at} bytes was announced with ${bytes}`);
  return whole;
}

export function exportedSource(files: readonly ExportedFile[]): FileSource {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    read(path) {
      const file = byPath.get(path);
      return file
        ? Promise.resolve(wholeFile(file))
        : Promise.reject(makeError(fileErrors, 'file/missing', { path, status: 'ENOENT' }));
    },
  };
}
