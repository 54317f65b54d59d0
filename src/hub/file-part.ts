/** One file while it comes: what is kept of it, what waits to be kept, and the hash of both. */
import type { PartHash } from '../base/hash-parts';
import { fail as failToKeep } from '../store/errors';
import { nothingKept, type PartialFolder } from '../store/partial-folder';
import { fail } from './errors';
import { hashOfParts, type HubFile } from './repository';

/** Bytes that are kept at once: a browser writes small pieces slowly, and what waits is lost with the page. */
const PIECE = 2 ** 24;

export class FilePart {
  /** What came, kept or waiting. */
  bytes = 0;
  /** of the answer that brought the last bytes */
  tag: string | null = null;
  /** Whether it was finished before: then it needs no bytes. */
  isWhole = false;
  #hash: PartHash;
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #waitingBytes = 0;

  private constructor(
    readonly file: HubFile,
    private readonly folder: PartialFolder,
  ) {
    this.#hash = hashOfParts(file);
  }

  /** With what an earlier visit kept; anything that cannot be the beginning of the file is removed. */
  static async open(file: HubFile, folder: PartialFolder): Promise<FilePart> {
    const part = new FilePart(file, folder);
    const { bytes, tag, isWhole } = await folder.kept(file.name);
    if (isWhole && bytes === file.bytes) return Object.assign(part, { bytes, isWhole });
    if (isWhole || bytes > file.bytes) await part.beginAnew();
    else if (bytes > 0) {
      await part.#read();
      if (part.bytes === bytes) part.tag = tag;
      else await part.beginAnew();
    }
    return part;
  }

  async #read(): Promise<void> {
    for await (const piece of this.folder.pieces(this.file.name)) {
      this.#hash.update(piece);
      this.bytes += piece.length;
    }
  }

  /** @throws LetheError hub/length if that is more than there should be, model/not-kept */
  async add(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { name, bytes: expected } = this.file;
    if (this.bytes + bytes.length > expected) {
      await this.beginAnew();
      fail('hub/length', { file: name, expected: String(expected), got: 'more' });
    }
    this.#hash.update(bytes);
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.bytes += bytes.length;
    if (this.#waitingBytes >= PIECE) await this.flush();
  }

  /** Keeps what waits. @throws LetheError model/not-kept */
  async flush(): Promise<void> {
    if (this.#waitingBytes === 0) return;
    const piece = new Uint8Array(this.#waitingBytes);
    let at = 0;
    for (const bytes of this.#waiting) {
      piece.set(bytes, at);
      at += bytes.length;
    }
    [this.#waiting, this.#waitingBytes] = [[], 0];
    try {
      await this.folder.append(this.file.name, piece, this.tag);
    } catch (error) {
      // Browsers end it with a full stop.
      const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/u, '');
      failToKeep('model/not-kept', { reason }, error);
    }
  }

  /** Forgets all that came. */
  async beginAnew(): Promise<void> {
    [this.#waiting, this.#waitingBytes] = [[], 0];
    this.#hash = hashOfParts(this.file);
    Object.assign(this, { ...nothingKept });
    await this.folder.remove(this.file.name);
  }

  /** The file is used from here on. @throws LetheError hub/hash or hub/length, after all of it was removed */
  async finish(): Promise<void> {
    await this.flush();
    const { name, hash, bytes } = this.file;
    const { bytes: kept } = await this.folder.kept(name);
    if (kept !== bytes) {
      await this.beginAnew();
      fail('hub/length', { file: name, expected: String(bytes), got: String(kept) });
    }
    const got = this.#hash.end();
    if (got !== hash.hex) {
      await this.beginAnew();
      fail('hub/hash', { file: name, expected: hash.hex, got });
    }
    await this.folder.finish(name);
    this.isWhole = true;
  }
}
