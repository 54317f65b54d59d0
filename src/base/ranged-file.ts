/** Files of which parts are read, so that no file has to lie in memory as a whole. */
export interface RangedFile {
  /** in bytes */
  readonly size: number;
  /** The bytes from `from` up to `to`, which is not among them. The caller asks for nothing beyond `size`. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Parts are views. */
export const inMemory = (bytes: Uint8Array): RangedFile => ({
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.subarray(from, to)),
});

/** A file of the user's, one of OPFS, or what was fetched: the browser decides where it lies. */
export const inBlob = (blob: Blob): RangedFile => ({
  size: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
});
