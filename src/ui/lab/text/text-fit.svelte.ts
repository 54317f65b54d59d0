/** Whether the model and the method fit a text: how the tokenizer writes it, and how much of it is terms. */
import type { Tokenizer } from '../../../files/tokenizer';
import { checkWritten, coverageOf, LEAST_SHARE, type Coverage } from '../../../text/coverage';
import type { Dictionary } from '../../../text/dictionary';
import { toFailure, type Failure } from '../../kit/failure';

export class TextFit {
  /** null before it is known: without the model's tokenizer, it never is */
  coverage = $state.raw<Coverage | null>(null);
  /** why the model cannot read the text; null if it can */
  failure = $state.raw<Failure | null>(null);
  readonly hasFewTerms = $derived(this.coverage !== null && this.coverage.share < LEAST_SHARE);
  #measuring = new AbortController();

  /** Measures a text; the latest counts. */
  async measure(
    passages: readonly string[],
    dictionary: Dictionary,
    loading: Promise<Tokenizer | null>,
  ): Promise<void> {
    this.stop();
    this.#measuring = new AbortController();
    const { signal } = this.#measuring;
    this.coverage = null;
    this.failure = null;
    try {
      const tokenizer = await loading;
      signal.throwIfAborted();
      if (!tokenizer) return;
      checkWritten(passages, tokenizer);
      this.coverage = await coverageOf(passages, dictionary, tokenizer, signal);
    } catch (error) {
      if (!signal.aborted) this.failure = toFailure(error);
    }
  }

  stop(): void {
    this.#measuring.abort();
  }
}
