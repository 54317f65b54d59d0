/** A job of many questions to one answerer: it counts what is answered, and may end early without losing any of it. */
import { LetheError } from '../base/errors';
import type { Answer, Answerer, AnswerEvent, Usage } from './answerer';

export interface Tally {
  /** Questions that were answered, further tries included. */
  readonly questions: number;
  /** In tokens, as far as it was said. */
  readonly prompt: number;
  readonly answer: number;
}

export type AgainEvent = Extract<AnswerEvent, { kind: 'again' }>;

export class Session {
  readonly #began = performance.now();
  #tally: Tally = { questions: 0, prompt: 0, answer: 0 };

  constructor(
    readonly answerer: Answerer,
    readonly signal: AbortSignal,
    private readonly again: (event: AgainEvent) => void,
  ) {}

  get tally(): Tally {
    return this.#tally;
  }

  get seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  /** What `insist` tells. */
  readonly hear = (event: AnswerEvent | { readonly kind: 'answer'; readonly answer: Answer }): void => {
    if (event.kind === 'again') this.again(event);
    if (event.kind === 'answer') this.#count(event.answer.usage);
  };

  /** What ended it; null: it was not ended, or by the user. @throws what is no error for people: a mistake in the program */
  async untilFailure(act: () => Promise<void>): Promise<LetheError | null> {
    try {
      await act();
      return null;
    } catch (error) {
      if (this.signal.aborted) return null;
      if (error instanceof LetheError) return error;
      throw error;
    }
  }

  #count({ prompt, answer }: Usage): void {
    const { questions, prompt: before, answer: written } = this.#tally;
    this.#tally = {
      questions: questions + 1,
      prompt: before + (prompt ?? 0),
      answer: written + (answer ?? 0),
    };
  }
}
