/** A reader of files from outside, as the fuzzer calls it. */

export interface Reader {
  readonly name: string;
  /** Files that it reads. */
  readonly seeds: readonly Uint8Array[];
  /** Reads a file to its end. @throws LetheError if it refuses the file */
  readonly read: (bytes: Uint8Array) => unknown;
}

const encoder = new TextEncoder();

/** A reader of text in UTF-8. */
export function textReader(name: string, seeds: readonly string[], read: (text: string) => unknown): Reader {
  return {
    name,
    seeds: seeds.map((seed) => encoder.encode(seed)),
    read: (bytes) => read(new TextDecoder().decode(bytes)),
  };
}
