/** A file that leaves Lethe: its size is known before, and its bytes are made piece by piece, so that no file is whole in memory. */
export interface ExportedFile {
  /** with slashes, below the folder or inside the zip file */
  readonly path: string;
  /** of all pieces together */
  readonly bytes: number;
  /** makes them; each may be reused or changed after the next one is asked for */
  readonly pieces: () => Iterable<Uint8Array>;
}

export function bytesFile(path: string, bytes: Uint8Array): ExportedFile {
  return { path, bytes: bytes.length, pieces: () => [bytes] };
}

export function textFile(path: string, text: string): ExportedFile {
  return bytesFile(path, new TextEncoder().encode(text));
}

export const jsonFile = (path: string, value: object): ExportedFile =>
  textFile(path, `${JSON.stringify(value, null, 2)}\n`);
