/** A folder whose files come in parts, in the order of their bytes, over several visits. */

export interface KeptPart {
  /** from the beginning of the file @default 0 */
  readonly bytes: number;
  /** what `append` was given last, such as the ETag of the answer that brought the bytes */
  readonly tag: string | null;
  /** whether the file was finished */
  readonly isWhole: boolean;
}

/** Methods reject with the error of whoever keeps the files. Names may have slashes. */
export interface PartialFolder {
  kept(name: string): Promise<KeptPart>;
  /** What is kept of a file, from its beginning. */
  pieces(name: string): AsyncIterable<Uint8Array>;
  /** Keeps the bytes, or none of them. */
  append(name: string, bytes: Uint8Array<ArrayBuffer>, tag: string | null): Promise<void>;
  /** The file is what it should be. */
  finish(name: string): Promise<void>;
  /** Does nothing if nothing is kept. */
  remove(name: string): Promise<void>;
}

export const nothingKept: KeptPart = { bytes: 0, tag: null, isWhole: false };
