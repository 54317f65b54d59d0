/** A zip file that is made piece by piece, for files that are larger than what should be in memory at once. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Most bytes of a zip file without the extension for larger ones, which the library does not write. */
export const MOST_ZIPPED = 2 ** 32 - 2 ** 20;

interface FileInPieces {
  readonly path: string;
  readonly pieces: () => Iterable<Uint8Array>;
}

/** Numbers do not become smaller by packing; texts do. */
const isText = (path: string): boolean => /\.(?:jsonl?|md|csv|html)$/u.test(path);

/** The zip file of `files`, in this order. What it yields is not kept. */
export function* zipPieces(files: readonly FileInPieces[]): Generator<Uint8Array<ArrayBuffer>> {
  let made: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece.slice());
  });
  const taken = (): Uint8Array<ArrayBuffer>[] => {
    const all = made;
    made = [];
    return all;
  };
  // Of all files: left out, it is read from the clock twice, and both headers of a file may differ.
  const mtime = Date.now();
  for (const { path, pieces } of files) {
    const file = isText(path) ? new ZipDeflate(path) : new ZipPassThrough(path);
    file.mtime = mtime;
    zip.add(file);
    for (const piece of pieces()) {
      file.push(piece, false);
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
