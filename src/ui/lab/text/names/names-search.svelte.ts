/** A search for names with a model in the tab: its folder, how far it is, and what it found. */
import type { NamedTerm } from '../../../../assist/names/entities';
import type { Dtype, ModelFolder } from '../../../../assist/tab/model-folder';
import type { TabDevice } from '../../../../assist/tab/devices';
import type { NamesEvent } from '../../../../assist/tab/transformers-names';
import { part } from '../../../browser/lazy/part';
import { toFailure, type Failure } from '../../../kit/failure';
import { spawnLanguage } from '../../../run/spawn';

const folders = part(() => import('../../../../assist/tab/model-folder'));
const clients = part(() => import('../../../../bridge/language/client'));
const entities = part(() => import('../../../../assist/names/entities'));

export class NamesSearch {
  folder = $state.raw<ModelFolder | null>(null);
  dtype = $state<Dtype>('fp32');
  device = $state<TabDevice>('wasm');
  /** null: nothing runs */
  progress = $state.raw<NamesEvent | null>(null);
  failure = $state.raw<Failure | null>(null);
  #stop = new AbortController();

  /** Looks at the files of a folder. */
  async choose(files: readonly File[]): Promise<void> {
    this.folder = null;
    this.failure = null;
    if (files.length === 0) return;
    try {
      const { readModelFolder } = await folders();
      const picked = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
      this.folder = await readModelFolder(picked);
      [this.dtype] = this.folder.dtypes;
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  /** The names in the passages; null if it was stopped or failed. The worker ends with the search, and frees its memory. */
  async find(passages: readonly string[]): Promise<readonly NamedTerm[] | null> {
    const { folder, dtype, device } = this;
    if (!folder) return null;
    this.failure = null;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.progress = { kind: 'opening', done: 0, of: 0 };
    try {
      const [{ TabClient }, { namedTerms }] = await Promise.all([clients(), entities()]);
      const client = new TabClient({ model: { folder, dtype, device }, spawn: spawnLanguage });
      try {
        const job = client.names(passages, signal);
        for (;;) {
          const next = await job.next();
          if (next.done) return namedTerms(passages.map((text, i) => ({ text, spans: next.value[i] ?? [] })));
          this.progress = next.value;
        }
      } finally {
        client.close();
      }
    } catch (error) {
      if (!signal.aborted) this.failure = toFailure(error);
      return null;
    } finally {
      this.progress = null;
    }
  }

  stop(): void {
    this.#stop.abort();
  }
}
