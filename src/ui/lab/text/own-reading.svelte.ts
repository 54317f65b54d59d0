/** The text to forget as it is read: from a file, or from what was written or pasted. The latest reading counts. */
import { textOf } from '../../../text/reading/passages';
import { readPasted, readTextFile, type ReadFile } from '../../../text/reading/read-text';
import { t } from '../../i18n/i18n.svelte';
import { toFailure, type Failure } from '../../kit/failure';

interface Opened extends Pick<ReadFile, 'decoded' | 'unused'> {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Milliseconds without typing after which a text is read: a long one takes a while. */
const PAUSE = 250;

export class OwnReading {
  title = $state('');
  written = $state('');
  /** null: there is no text, or it cannot be read */
  passages = $state.raw<readonly string[] | null>(null);
  /** the file that the text is from; null once it is changed by hand */
  opened = $state.raw<Opened | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** tries what failed once more; null where that cannot help */
  again = $state.raw<(() => void) | null>(null);
  /** whether something that was written waits for a pause to be read */
  isBehind = $state(false);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads what was written, once the typing pauses. */
  changed(): void {
    this.stop();
    this.opened = null;
    this.failure = null;
    this.isBehind = true;
    this.#timer = setTimeout(() => void this.#readWritten(), PAUSE);
  }

  /** Reads at once what waits for a pause. Returns whether anything did. */
  hurry(): boolean {
    const { isBehind } = this;
    if (isBehind) void this.#readWritten();
    return isBehind;
  }

  /** Opens a file; if it cannot be read, the current text stays. */
  async open(file: File | undefined): Promise<void> {
    if (file) await this.#readFile(file.name, new Uint8Array(await file.arrayBuffer()), null);
  }

  /** Reads the opened file in another encoding. */
  async reread(encoding: string): Promise<void> {
    if (this.opened) await this.#readFile(this.opened.name, this.opened.bytes, encoding);
  }

  /** Ends what is being read. */
  stop(): void {
    this.#waitNoLonger();
    this.#turn += 1;
  }

  #waitNoLonger(): void {
    clearTimeout(this.#timer);
    this.isBehind = false;
  }

  async #readFile(name: string, bytes: Uint8Array, encoding: string | null): Promise<void> {
    this.stop();
    const turn = this.#turn;
    try {
      const { title, passages, decoded, unused } = await readTextFile(name, bytes, encoding);
      if (turn !== this.#turn) return;
      this.title = title;
      this.written = textOf(passages);
      this.passages = passages;
      this.opened = { name, bytes, decoded, unused };
      this.failure = null;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error, () => void this.#readFile(name, bytes, encoding));
    }
  }

  async #readWritten(): Promise<void> {
    this.#waitNoLonger();
    const turn = this.#turn;
    this.passages = null;
    if (this.written.trim() === '') return;
    try {
      const { passages } = await readPasted(this.title || t('ownText.unnamed'), this.written);
      if (turn === this.#turn) this.passages = passages;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error, () => this.changed());
    }
  }

  #fail(error: unknown, again: () => void): void {
    this.failure = toFailure(error);
    this.again = this.failure.plain?.code === 'file/part-missing' ? again : null;
  }
}
