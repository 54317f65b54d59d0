/** Where files are read from. Injected, so that no stage depends on the network or the disk. */
import { withLimit } from '../base/abort';
import { limits, seconds } from '../base/limits';
import { parseJson } from '../base/json';
import { hasCode, LetheError } from '../base/errors';
import { fail, fileErrors } from './errors';

export interface FileSource {
  /**
   * The bytes of a file, by its path in the source. `anew`: past every cache, because what came before was refused.
   * @throws LetheError file/missing
   */
  read(path: string, anew?: boolean): Promise<Uint8Array>;
}

/** Milliseconds before a request that failed is repeated. */
const PAUSES = [300, 1500] as const;

/** Files below a URL, such as the page's folder. A request that fails is repeated; one for a missing file, once. */
export function urlSource(base: string): FileSource {
  const fetched = async (path: string, cache: RequestCache): Promise<Uint8Array> => {
    const transfer = new AbortController();
    try {
      const response = await unlessStalled(fetch(new URL(path, base), { cache, signal: transfer.signal }));
      if (!response.ok) return fail('file/missing', { path, status: `HTTP ${response.status}` });
      return await bytesOf(response);
    } catch (error) {
      transfer.abort();
      throw error;
    }
  };
  const read = async (
    path: string,
    cache: RequestCache,
    [pause, ...more]: readonly number[],
  ): Promise<Uint8Array> => {
    try {
      return await fetched(path, cache);
    } catch (error) {
      if (pause === undefined) {
        if (!(error instanceof TypeError)) throw error;
        return fail('file/missing', { path, status: error.message }, error); // no connection, or it broke off
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      return read(path, 'reload', isMissing(error) ? [] : more);
    }
  };
  // The HTTP cache may hold the file of an older version.
  return { read: (path, anew = false) => read(path, anew ? 'reload' : 'no-cache', PAUSES) };
}

/** A TypeError, as `fetch` throws, if nothing comes for too long. */
const unlessStalled = <T>(promise: Promise<T>): Promise<T> =>
  withLimit(
    promise,
    limits.transfer,
    () => new TypeError(`nothing came for ${seconds(limits.transfer)} seconds`),
  );

/** The whole body, however slow, as long as something comes. It is collected in one buffer: models are large. */
async function bytesOf({ body, headers }: Response): Promise<Uint8Array> {
  // A compressed body is longer than this; the buffer then grows.
  const said = Number(headers.get('content-length'));
  let bytes = new Uint8Array(said > 0 ? Math.min(said, MOST_SAID) : 2 ** 16);
  let filled = 0;
  const reader = body?.getReader();
  for (;;) {
    const next = await (reader && unlessStalled(reader.read()));
    if (!next || next.done) return filled === bytes.length ? bytes : bytes.slice(0, filled);
    const end = filled + next.value.length;
    if (end > bytes.length) bytes = grown(bytes, Math.max(end, 2 * bytes.length));
    bytes.set(next.value, filled);
    filled = end;
  }
}

/** What a host says of the size of a file is believed up to here, in bytes. */
const MOST_SAID = 2 ** 31;

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

const isMissing = (error: unknown): boolean =>
  error instanceof LetheError && error.params.status === 'HTTP 404';

/**
 * A file as `parse` reads it. If that refuses it, the file is fetched once more: a network may have put a sign-in page
 * in its place, or cut it off.
 * @throws LetheError file/missing, and what `parse` throws
 */
export async function readAs<T>(
  source: FileSource,
  path: string,
  parse: (bytes: Uint8Array) => T | Promise<T>,
): Promise<T> {
  const bytes = await source.read(path);
  try {
    return await parse(bytes);
  } catch {
    return parse(await source.read(path, true));
  }
}

/** A UTF-8 file. */
export async function readText(source: FileSource, path: string): Promise<string> {
  return textOf(await source.read(path));
}

/** A JSON file, not yet validated. @throws LetheError file/missing, file/invalid */
export function readJson(source: FileSource, path: string): Promise<unknown> {
  return readAs(source, path, (bytes) =>
    parseJson(textOf(bytes), (expected, got) => fail('file/invalid', { path, expected, got })),
  );
}

/** How sources say that a file does not exist: a status of HTTP, or the error of Node. */
const ABSENT = /^(?:HTTP (?:404|410)|ENOENT)\b/u;

/** A JSON file; null if there is none, though not if it cannot be reached. @throws LetheError file/missing, file/invalid */
export function readOptionalJson(source: FileSource, path: string): Promise<unknown> {
  return ifPresent(readJson(source, path));
}

/** What `reading` a file gives; null if there is no such file, though not if it cannot be reached. */
export function ifPresent<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch((error: unknown) => {
    if (isAbsent(error)) return null;
    throw error;
  });
}

function isAbsent(error: unknown): boolean {
  return (
    error instanceof LetheError &&
    hasCode(error, fileErrors, 'file/missing') &&
    ABSENT.test(error.params.status ?? '')
  );
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
