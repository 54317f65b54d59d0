/**
 * Models of the user’s own, at paths below `own/`. A path names the model and the hash of its weights, so that whatever
 * refers to it by its path, such as a project, knows which one it means: `own/<hash>/<title>` for a folder,
 * `own/<hash>/<name>.gguf` for a file.
 */
import { inBlob } from '../base/ranged-file';
import { fail } from './errors';
import { openFile, type FileSource } from './source';

const OWN = 'own/';

/** Digits of the hash in a path. */
const DIGITS = 16;

/** Where the bytes of such files are. */
export interface OwnFiles {
  /** null: there is no such file. Rejects with the browser's error if it cannot be read. */
  file(id: string, name: string): Promise<Blob | null>;
}

export const isOwnPath = (path: string): boolean => path.startsWith(OWN);

/** What an own model is kept under: the beginning of the hash of its weights. */
export const idOf = (hash: string): string => hash.slice(0, DIGITS);

/** The path of a model: `name` is the title of a folder, or a file's name. */
export const ownPath = (id: string, name: string): string => `${OWN}${id}/${name}`;

/** The model that a path names; null if it names none. */
export function namedBy(path: string): { readonly id: string; readonly name: string } | null {
  const [, id, name] = isOwnPath(path) ? path.split('/') : [];
  return id === undefined || name === undefined ? null : { id, name };
}

/** The files of `source`, and own ones, of which parts can be read. @throws LetheError file/missing */
export function withOwnFiles(source: FileSource, own: OwnFiles): FileSource {
  const blobOf = async (path: string): Promise<Blob | null> => {
    const named = namedBy(path);
    if (!named) return null;
    const found = await readableFile(path, own.file(named.id, nameIn(path)));
    return found ?? fail('file/missing', { path: nameIn(path), status: 'ENOENT' });
  };
  return {
    isHere: (path) => isOwnPath(path) || source.isHere?.(path) === true,
    async read(path, anew) {
      const blob = await blobOf(path);
      return blob ? new Uint8Array(await readableFile(path, blob.arrayBuffer())) : source.read(path, anew);
    },
    async open(path, anew) {
      const blob = await blobOf(path);
      if (!blob) return openFile(source, path, anew);
      const file = inBlob(blob);
      return { size: file.size, read: (from, to) => readableFile(path, file.read(from, to)) };
    },
  };
}

const nameIn = (path: string): string => path.split('/').at(-1) ?? '';

/** What the browser can no longer read is missing: it was moved, has changed, or is not permitted any more. @throws LetheError file/missing */
export async function readableFile<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return fail('file/missing', { path: nameIn(path), status: error.message }, error);
  }
}

/** Refuses weights that are not those that an own path names. @throws LetheError model/changed */
export function checkNamed(path: string, hash: string): void {
  const named = namedBy(path);
  if (named && named.id !== idOf(hash))
    fail('model/changed', { name: named.name, expected: named.id, got: idOf(hash) });
}
