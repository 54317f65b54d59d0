/** The browser’s file system in memory, for tests. */
import type { OwnFolder } from './own-folder';

/** `kept`: the files, by folder/name */
export function memoryFolder(kept: Map<string, Blob>): OwnFolder {
  const removed = (isMeant: (key: string) => boolean): Promise<void> => {
    for (const key of [...kept.keys()]) if (isMeant(key)) kept.delete(key);
    return Promise.resolve();
  };
  return {
    put: (id, name, file, { onbytes } = {}) => {
      onbytes?.(file.size);
      kept.set(`${id}/${name}`, file);
      return Promise.resolve();
    },
    get: (id, name) => Promise.resolve(kept.get(`${id}/${name}`) ?? null),
    removeFile: (id, name) => removed((key) => key === `${id}/${name}`),
    remove: (id) => removed((key) => key.startsWith(`${id}/`)),
    clear: () => removed(() => true),
  };
}
