/** A folder on disk whose files come in parts (Node only): `name.part` until a file is finished. */
import { appendFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { nothingKept, type PartialFolder } from '../store/partial-folder';

export function diskFolder(folder: string): PartialFolder {
  const whole = (name: string): string => join(folder, name);
  const part = (name: string): string => `${whole(name)}.part`;
  const tag = (name: string): string => `${whole(name)}.tag`;
  const sizeOf = (path: string): Promise<number | null> => unlessAbsent(stat(path).then(({ size }) => size));
  return {
    async kept(name) {
      const bytes = await sizeOf(whole(name));
      if (bytes !== null) return { bytes, tag: null, isWhole: true };
      const begun = await sizeOf(part(name));
      if (begun === null) return nothingKept;
      return { bytes: begun, tag: await unlessAbsent(readFile(tag(name), 'utf8')), isWhole: false };
    },
    async *pieces(name) {
      const isWhole = (await sizeOf(whole(name))) !== null;
      if (!isWhole && (await sizeOf(part(name))) === null) return;
      for await (const piece of createReadStream(isWhole ? whole(name) : part(name), {
        highWaterMark: 2 ** 20,
      }))
        yield piece as Uint8Array;
    },
    async append(name, bytes, said) {
      await mkdir(dirname(part(name)), { recursive: true });
      await appendFile(part(name), bytes);
      if (said === null) await rm(tag(name), { force: true });
      else await writeFile(tag(name), said);
    },
    async finish(name) {
      // A file of no bytes has no part.
      if ((await sizeOf(part(name))) === null) await this.append(name, new Uint8Array(), null);
      await rename(part(name), whole(name));
      await rm(tag(name), { force: true });
    },
    async remove(name) {
      for (const path of [whole(name), part(name), tag(name)]) await rm(path, { force: true });
    },
  };
}

async function unlessAbsent<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
