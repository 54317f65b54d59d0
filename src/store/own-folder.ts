/** Copies of files in the browser’s own file system, by the name of a folder and of a file. */
export interface OwnFolder {
  /** Rejects with the browser's error, or with the signal's reason; what was written is then removed. */
  put(id: string, name: string, file: Blob, options?: PutOptions): Promise<void>;
  /** null: there is no such file */
  get(id: string, name: string): Promise<Blob | null>;
  /** Does nothing if it is not there. */
  removeFile(id: string, name: string): Promise<void>;
  /** With all its files; does nothing if it is not there. */
  remove(id: string): Promise<void>;
  /** Removes every folder. */
  clear(): Promise<void>;
}

interface PutOptions {
  readonly signal?: AbortSignal;
  /** Called with the bytes that were written since the last call. */
  readonly onbytes?: (bytes: number) => void;
}

/** `site`: the name of this copy of the page. Null where the browser has no such file system, or cannot write to it. */
export function browserFolder(site: string): OwnFolder | null {
  const { storage } = globalThis.navigator as { readonly storage?: Partial<StorageManager> };
  const canWrite =
    'FileSystemFileHandle' in globalThis && 'createWritable' in globalThis.FileSystemFileHandle.prototype;
  if (!storage?.getDirectory || !canWrite) return null;
  const root = (): Promise<FileSystemDirectoryHandle> | undefined => storage.getDirectory?.call(storage);
  const top = encodeURIComponent(site);
  const folder = async (id: string, create: boolean): Promise<FileSystemDirectoryHandle | null> => {
    const all = await root();
    if (!all) return null;
    return (await all.getDirectoryHandle(top, { create })).getDirectoryHandle(id, { create });
  };
  const removed = async (from: Promise<FileSystemDirectoryHandle | undefined>, name: string): Promise<void> =>
    ifFound((await from)?.removeEntry(name, { recursive: true })).then(() => undefined);
  return {
    async put(id, name, file, { signal, onbytes } = {}) {
      const handle = await (await folder(id, true))?.getFileHandle(name, { create: true });
      const writable = await handle?.createWritable();
      if (!writable) throw new DOMException('no file system', 'NotSupportedError');
      const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          onbytes?.(chunk.length);
          controller.enqueue(chunk);
        },
      });
      await file
        .stream()
        .pipeThrough(counted)
        .pipeTo(writable, signal ? { signal } : {});
    },
    get: (id, name) =>
      ifFound(
        folder(id, false)
          .then((found) => found?.getFileHandle(name))
          .then((handle) => handle?.getFile()),
      ),
    removeFile: (id, name) => ifFound(folder(id, false).then((found) => found?.removeEntry(name))).then(() => undefined), // prettier-ignore
    remove: (id) => removed(Promise.resolve(root()).then((all) => all?.getDirectoryHandle(top, { create: true })), id), // prettier-ignore
    clear: () => removed(Promise.resolve(root()), top),
  };
}

/** What is not there is null. */
async function ifFound<T>(looking: Promise<T | undefined> | undefined): Promise<T | null> {
  try {
    return (await looking) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}
