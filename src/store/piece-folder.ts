/**
 * A folder whose files are kept in this browser piece by piece, so that whatever was kept outlives the page at any moment. The
 * pieces lie in the browser’s file system, or in the database where there is none; read together, they are one Blob.
 */
import { v } from '../base/schema';
import type { KeyValue } from './key-value';
import type { OwnFolder } from './own-folder';
import { nothingKept, type KeptPart, type PartialFolder } from './partial-folder';

const PARTS = 'own/part/';
const BYTES = 'own/bytes/';

const schema = v.object({
  /** bytes of each piece */
  sizes: v.array(v.number()),
  tag: v.nullable(v.string()),
  isWhole: v.boolean(),
});
type Part = v.InferOutput<typeof schema>;

const none: Part = { ...nothingKept, sizes: [] };

export class PieceFolder implements PartialFolder {
  constructor(
    private readonly store: KeyValue,
    /** null where the browser has no file system of its own */
    private readonly folder: OwnFolder | null,
    /** names the folder */
    private readonly id: string,
  ) {}

  async kept(name: string): Promise<KeptPart> {
    const { sizes, tag, isWhole } = await this.#part(name);
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), tag, isWhole };
  }

  async *pieces(name: string): AsyncGenerator<Uint8Array> {
    for (const blob of await this.#blobs(name)) yield new Uint8Array(await blob.arrayBuffer());
  }

  async append(name: string, bytes: Uint8Array<ArrayBuffer>, tag: string | null): Promise<void> {
    const { sizes } = await this.#part(name);
    const piece = new Blob([bytes]);
    const index = sizes.length;
    // Until the list has it, a piece is none: the next one takes its name.
    await this.folder?.put(this.id, pieceName(name, index), piece);
    const put: Record<string, unknown> = this.#put(name, {
      sizes: [...sizes, bytes.length],
      tag,
      isWhole: false,
    });
    if (!this.folder) put[this.#bytesKey(name, index)] = piece;
    await this.store.change({ put });
  }

  async finish(name: string): Promise<void> {
    await this.store.change({ put: this.#put(name, { ...(await this.#part(name)), isWhole: true }) });
  }

  async remove(name: string): Promise<void> {
    const { sizes } = await this.#part(name);
    await this.store.change({
      remove: [this.#partKey(name), ...sizes.map((_, index) => this.#bytesKey(name, index))],
    });
    for (const index of sizes.keys()) await this.folder?.removeFile(this.id, pieceName(name, index));
  }

  /** A finished file; null if it is not there as a whole. */
  async file(name: string): Promise<Blob | null> {
    const { isWhole, sizes } = await this.#part(name);
    const blobs = isWhole ? await this.#blobs(name) : [];
    return isWhole && blobs.length === sizes.length ? new Blob(blobs) : null;
  }

  /** Removes every file. */
  async clear(): Promise<void> {
    const under = (prefix: string): Promise<string[]> => this.store.keys(`${prefix}${this.id}/`);
    await this.store.change({ remove: [...(await under(PARTS)), ...(await under(BYTES))] });
    await this.folder?.remove(this.id);
  }

  async #part(name: string): Promise<Part> {
    const read = v.safeParse(schema, await this.store.get(this.#partKey(name)));
    return read.success ? read.output : none;
  }

  /** In order, up to the first that is not what was kept: a browser may have cleared it. */
  async #blobs(name: string): Promise<Blob[]> {
    const found: Blob[] = [];
    for (const [index, size] of (await this.#part(name)).sizes.entries()) {
      const blob = await this.#piece(name, index);
      if (blob?.size !== size) break;
      found.push(blob);
    }
    return found;
  }

  /** Where the browser gave no file system when it was kept, it is in the database. */
  async #piece(name: string, index: number): Promise<Blob | null> {
    const inFolder = await this.folder?.get(this.id, pieceName(name, index));
    if (inFolder) return inFolder;
    const kept = await this.store.get(this.#bytesKey(name, index));
    return kept instanceof Blob ? kept : null;
  }

  #put(name: string, part: Part): Record<string, unknown> {
    return { [this.#partKey(name)]: part };
  }

  readonly #partKey = (name: string): string => `${PARTS}${this.id}/${name}`;
  readonly #bytesKey = (name: string, index: number): string => `${BYTES}${this.id}/${name}/${index}`;
}

/** The browser’s file system takes no slashes. */
const pieceName = (name: string, index: number): string => `${encodeURIComponent(name)}.${index}`;
