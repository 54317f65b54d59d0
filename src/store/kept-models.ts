/**
 * Models that this browser keeps, with their files; they belong to no project. A file is kept as the handle of the file on disk
 * where the browser gave one, and is then not copied; in the pieces in which it was downloaded; else as a copy in the browser’s
 * file system, or in the database where there is none.
 */
import { v } from '../base/schema';
import { part } from '../files/part';
import { fail } from './errors';
import type { KeyValue } from './key-value';
import type { OwnFolder } from './own-folder';
import type { PieceFolder } from './piece-folder';
import { readable } from './readable';

/** Where a model was downloaded from. */
export const originSchema = v.object({ repo: v.string(), revision: v.string(), commit: v.string() });

/** What every kind of model has. */
export interface KeptModel {
  readonly id: string;
  readonly title: string;
}

/** One kind of models, and where the store has it. */
export interface KindOfModels<M extends KeptModel> {
  /** beginning of the keys of the models */
  readonly models: string;
  /** beginning of the keys of their files */
  readonly files: string;
  readonly schema: v.GenericSchema<unknown, M>;
}

/** A file to keep. Its name may have slashes. */
export interface OwnFile {
  readonly name: string;
  readonly file: Blob;
  /** of the file on disk; absent: it is copied */
  readonly handle?: FileSystemFileHandle;
  /** where it lies in this browser already, in pieces; absent: it does not */
  readonly pieces?: InPieces;
}

const inPieces = v.object({
  /** of a PieceFolder */
  folder: v.string(),
  name: v.string(),
});
type InPieces = v.InferOutput<typeof inPieces>;

export interface AddOptions {
  readonly signal?: AbortSignal;
  /** Called with the bytes copied so far. */
  readonly onbytes?: (bytes: number) => void;
  /** keys of the store that are removed in the change that keeps the model, so that a page that ends keeps both or neither */
  readonly remove?: readonly string[];
}

/** Only what was downloaded needs it. */
const pieces = part(() => import('./piece-folder'));

/** In place of a handle: the file is in the browser's file system. */
const IN_FOLDER = 'folder';

/** The browser’s file system takes no slashes. */
const copyName = (name: string): string => name.replaceAll('/', '%2F');

export class KeptModels<M extends KeptModel> {
  constructor(
    private readonly store: KeyValue,
    /** null where the browser has no file system of its own */
    private readonly folder: OwnFolder | null,
    private readonly kind: KindOfModels<M>,
  ) {}

  /** By title. */
  async list(): Promise<M[]> {
    const found = await readable(this.store, this.kind.models, this.kind.schema);
    return found.sort((a, b) => a.title.localeCompare(b.title));
  }

  /** Keeps a model whole, or nothing of it. @throws LetheError model/not-kept; the signal's reason */
  async add(
    model: M,
    files: readonly OwnFile[],
    { signal, onbytes, remove = [] }: AddOptions = {},
  ): Promise<void> {
    const former = await this.#folders(model.id);
    try {
      const put: Record<string, unknown> = { [this.kind.models + model.id]: model };
      let copied = 0;
      const count = (bytes: number): void => onbytes?.((copied += bytes));
      for (const { name, file, handle, pieces } of files) {
        if (!handle && !pieces && this.folder)
          await this.folder.put(model.id, copyName(name), file, {
            onbytes: count,
            ...(signal ? { signal } : {}),
          });
        put[this.#fileKey(model.id, name)] = handle ?? pieces ?? (this.folder ? IN_FOLDER : file);
        signal?.throwIfAborted();
      }
      await this.store.change({ put, remove });
    } catch (error) {
      await this.folder?.remove(model.id).catch(() => undefined);
      signal?.throwIfAborted();
      fail('model/not-kept', { reason: error instanceof Error ? error.message : String(error) }, error);
    }
    // The same model may have been downloaded before, from another place.
    const kept = await this.#folders(model.id);
    for (const folder of former) if (!kept.includes(folder)) await (await this.#pieces(folder)).clear();
  }

  /** Files on disk stay where they are. */
  async remove({ id }: Pick<M, 'id'>): Promise<void> {
    const folders = await this.#folders(id);
    await this.store.change({
      remove: [this.kind.models + id, ...(await this.store.keys(this.#fileKey(id, '')))],
    });
    await this.folder?.remove(id);
    for (const folder of folders) await (await this.#pieces(folder)).clear();
  }

  /** Every copy; what the database holds is cleared with it. */
  async clear(): Promise<void> {
    await this.folder?.clear();
  }

  /** null: there is no such file. Rejects with the browser's error if it cannot be read. */
  async file(id: string, name: string): Promise<Blob | null> {
    const kept = await this.store.get(this.#fileKey(id, name));
    if (kept === IN_FOLDER) return (await this.folder?.get(id, copyName(name))) ?? null;
    if (kept instanceof Blob) return kept;
    if (isHandle(kept)) return kept.getFile();
    return v.is(inPieces, kept) ? (await this.#pieces(kept.folder)).file(kept.name) : null;
  }

  /** The handles of a model's files on disk. */
  async handles(id: string): Promise<FileSystemFileHandle[]> {
    return (await this.#kept(id)).filter(isHandle);
  }

  /** The folders in which files of a model lie in pieces, each once. */
  async #folders(id: string): Promise<string[]> {
    const found = (await this.#kept(id)).flatMap((one) => (v.is(inPieces, one) ? [one.folder] : []));
    return [...new Set(found)];
  }

  /** What is kept for each file of a model. */
  async #kept(id: string): Promise<unknown[]> {
    const keys = await this.store.keys(this.#fileKey(id, ''));
    return Promise.all(keys.map((key) => this.store.get(key)));
  }

  async #pieces(folder: string): Promise<PieceFolder> {
    const { PieceFolder } = await pieces();
    return new PieceFolder(this.store, this.folder, folder);
  }

  readonly #fileKey = (id: string, name: string): string => `${this.kind.files}${id}/${name}`;
}

function isHandle(kept: unknown): kept is FileSystemFileHandle {
  return typeof kept === 'object' && kept !== null && 'getFile' in kept;
}
