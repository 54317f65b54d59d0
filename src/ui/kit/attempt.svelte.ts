/** What a person starts and may cancel, one thing after another: whether it succeeded, and why not. */
import { toFailure, type Failure } from './failure';

export class Attempt {
  /** of the last one; null: it succeeded, runs, or was cancelled */
  failure = $state.raw<Failure | null>(null);
  #cancel = new AbortController();

  /** Whether `act` succeeded. Its signal aborts on `cancel`. */
  async run(act: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    this.failure = null;
    this.#cancel = new AbortController();
    const { signal } = this.#cancel;
    try {
      await act(signal);
      return true;
    } catch (error) {
      if (!signal.aborted) this.failure = toFailure(error);
      return false;
    }
  }

  cancel(): void {
    this.#cancel.abort();
  }
}
