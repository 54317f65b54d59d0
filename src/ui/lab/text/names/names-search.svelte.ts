/** A search for names with a model in the tab: how far it is, and what it found. */
import type { NamedTerm } from '../../../../assist/names/entities';
import type { TabModel } from '../../../../assist/tab/transformers';
import type { NamesEvent } from '../../../../assist/tab/transformers-names';
import { part } from '../../../browser/lazy/part';
import { toFailure, type Failure } from '../../../kit/failure';
import { spawnLanguage } from '../../../run/spawn';

const clients = part(() => import('../../../../bridge/language/client'));
const entities = part(() => import('../../../../assist/names/entities'));

export class NamesSearch {
  /** null: nothing runs */
  progress = $state.raw<NamesEvent | null>(null);
  failure = $state.raw<Failure | null>(null);
  #stop = new AbortController();

  /** The names in the passages; null if it was stopped or failed. The worker ends with the search, and frees its memory. */
  async find(model: TabModel, passages: readonly string[]): Promise<readonly NamedTerm[] | null> {
    this.failure = null;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.progress = { kind: 'opening', done: 0, of: 0 };
    try {
      const [{ TabClient }, { namedTerms }] = await Promise.all([clients(), entities()]);
      const client = new TabClient({ model, spawn: spawnLanguage });
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
