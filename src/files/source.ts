/** Where files are read from. Injected, so that no stage depends on the network or the disk. */
import { parseJson } from '../base/json';
import { hasCode, LetheError } from '../base/errors';
import { fail, fileErrors } from './errors';

export interface FileSource {
  /** The bytes of a file, by its path in the source. @throws LetheError file/missing */
  read(path: string): Promise<Uint8Array>;
}

/** Files below a URL, such as the page's folder. */
export function urlSource(base: string): FileSource {
  return {
    async read(path) {
      const response = await fetch(new URL(path, base)).catch((error: unknown) =>
        fail(
          'file/missing',
          { path, status: error instanceof Error ? error.message : 'no connection' },
          error,
        ),
      );
      if (!response.ok) fail('file/missing', { path, status: `HTTP ${response.status}` });
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** A UTF-8 file. */
export async function readText(source: FileSource, path: string): Promise<string> {
  return new TextDecoder().decode(await source.read(path));
}

/** A JSON file, not yet validated. @throws LetheError file/missing, file/invalid */
export async function readJson(source: FileSource, path: string): Promise<unknown> {
  return parseJson(await readText(source, path), (expected, got) =>
    fail('file/invalid', { path, expected, got }),
  );
}

/** How sources say that a file does not exist: a status of HTTP, or the error of Node. */
const ABSENT = /^(?:HTTP (?:404|410)|ENOENT)\b/u;

/** A JSON file; null if there is none, though not if it cannot be reached. @throws LetheError file/missing, file/invalid */
export async function readOptionalJson(source: FileSource, path: string): Promise<unknown> {
  return readJson(source, path).catch((error: unknown) => {
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
