/** The body of an answer from the network, however slow, as long as something comes. */
import { withLimit } from '../base/abort';
import { limits, seconds } from '../base/limits';

/** What a host says of the size of a file is believed up to here, in bytes. */
const MOST_SAID = 2 ** 31;

/** Bytes that become one piece of a Blob: many small ones are slow. */
const PIECE = 2 ** 24;

/** A TypeError, as `fetch` throws, if nothing comes for too long: `most` milliseconds. */
export const unlessStalled = <T>(promise: Promise<T>, most: number = limits.transfer): Promise<T> =>
  withLimit(promise, most, () => new TypeError(`nothing came for ${seconds(most)} seconds`));

/** The body as it comes; the limit is that of `unlessStalled`. */
export async function* chunksOf(
  { body }: Response,
  most: number = limits.transfer,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  for (;;) {
    const next = await (reader && unlessStalled(reader.read(), most));
    if (!next || next.done) return;
    yield next.value;
  }
}

/** The whole body in one buffer. */
export async function bytesOf(response: Response): Promise<Uint8Array> {
  // A compressed body is longer than this; the buffer then grows.
  const said = Number(response.headers.get('content-length'));
  let bytes = new Uint8Array(said > 0 ? Math.min(said, MOST_SAID) : 2 ** 16);
  let filled = 0;
  for await (const chunk of chunksOf(response)) {
    const end = filled + chunk.length;
    if (end > bytes.length) bytes = grown(bytes, Math.max(end, 2 * bytes.length));
    bytes.set(chunk, filled);
    filled = end;
  }
  return filled === bytes.length ? bytes : bytes.slice(0, filled);
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

/** The whole body as a Blob, which browsers keep outside the memory of the page: models are large. */
export async function blobOf(response: Response): Promise<Blob> {
  const pieces: Blob[] = [];
  let [waiting, size]: [Uint8Array<ArrayBuffer>[], number] = [[], 0];
  const flush = (): void => {
    pieces.push(new Blob(waiting));
    [waiting, size] = [[], 0];
  };
  for await (const chunk of chunksOf(response)) {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= PIECE) flush();
  }
  flush();
  return new Blob(pieces);
}
