/** Where files are read from. Injected, so that no stage depends on the network or the disk. */
import { parseJson } from '../base/json';
import { hasCode, LetheError } from '../base/errors';
import { inBlob, inMemory, type RangedFile } from '../base/ranged-file';
import { fail, fileErrors } from './errors';
import { blobOf, bytesOf, unlessStalled } from './response-body';

export interface FileSource {
  /**
   * The bytes of a file, by its path in the source. `anew`: past every cache, because what came before was refused.
   * @throws LetheError file/missing
   */
  read(path: string, anew?: boolean): Promise<Uint8Array>;
  /**
   * The same file, to be read by parts, where the source can do so without holding all of it (`openFile` otherwise).
   * @throws LetheError file/missing, and likewise whenever a part cannot be read
   */
  open?(path: string, anew?: boolean): Promise<RangedFile>;
  /** Whether the folder at `path` is on this machine, so that asking for a file that may be absent sends no request. */
  isHere?(path: string): boolean;
}

/** A file to be read by parts. @throws LetheError file/missing */
export async function openFile(source: FileSource, path: string, anew = false): Promise<RangedFile> {
  return source.open ? source.open(path, anew) : inMemory(await source.read(path, anew));
}

/** Milliseconds before a request that failed is repeated. */
const PAUSES = [300, 1500] as const;

/** Files below a URL, such as the page's folder. A request that fails is repeated; one for a missing file, once. */
export function urlSource(base: string): FileSource {
  const fetched = async <T>(path: string, cache: RequestCache, collect: Collect<T>): Promise<T> => {
    const transfer = new AbortController();
    try {
      const response = await unlessStalled(fetch(new URL(path, base), { cache, signal: transfer.signal }));
      if (!response.ok) return fail('file/missing', { path, status: `HTTP ${response.status}` });
      return await collect(response);
    } catch (error) {
      transfer.abort();
      throw error;
    }
  };
  const get = async <T>(
    path: string,
    cache: RequestCache,
    collect: Collect<T>,
    [pause, ...more]: readonly number[] = PAUSES,
  ): Promise<T> => {
    try {
      return await fetched(path, cache, collect);
    } catch (error) {
      if (pause === undefined) {
        if (!(error instanceof TypeError)) throw error;
        return fail('file/missing', { path, status: error.message }, error); // no connection, or it broke off
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      return get(path, 'reload', collect, isMissing(error) ? [] : more);
    }
  };
  // The HTTP cache may hold the file of an older version.
  const cacheFor = (anew: boolean): RequestCache => (anew ? 'reload' : 'no-cache');
  return {
    read: (path, anew = false) => get(path, cacheFor(anew), bytesOf),
    open: async (path, anew = false) => {
      const file = inBlob(await get(path, cacheFor(anew), blobOf));
      return {
        size: file.size,
        // The browser may lose what it keeps on disk.
        read: (from, to) =>
          file.read(from, to).catch((error: unknown) => {
            const status = error instanceof Error ? error.message : 'unreadable';
            return fail('file/missing', { path, status }, error);
          }),
      };
    },
  };
}

type Collect<T> = (response: Response) => Promise<T>;

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

/**
 * What `parse` makes of a file that it reads by parts. One that is damaged is fetched once more, as in `readAs`; one that
 * asks for something that is not built is not.
 * @throws LetheError file/missing, and what `parse` throws
 */
export async function openAs<T>(
  source: FileSource,
  path: string,
  parse: (file: RangedFile) => Promise<T>,
): Promise<T> {
  const file = await openFile(source, path);
  try {
    return await parse(file);
  } catch (error) {
    if (!(error instanceof LetheError && hasCode(error, fileErrors, 'file/invalid'))) throw error;
    return parse(await openFile(source, path, true));
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
