/**
 * Who answers: a language model that continues a conversation, wherever it runs. Drafter and judge know nothing else of
 * it, so that a model in the tab and one behind an address are used alike.
 */

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** One question. */
export interface Question {
  readonly messages: readonly Message[];
  /** Most tokens of the answer. */
  readonly maxTokens: number;
  /** 0: the likeliest token each time. Default: 0 */
  readonly temperature?: number;
  /** Where the model can be held to JSON, its answer is. Default: false */
  readonly isJson?: boolean;
}

/** In tokens; null: it was not said. */
export interface Usage {
  readonly prompt: number | null;
  readonly answer: number | null;
}

export type AnswerEvent =
  /** The next piece of the answer, as soon as it is there. */
  | { readonly kind: 'text'; readonly text: string }
  /** The answer begins again from nothing in `seconds`, for the `attempt`th time: what came of it does not count. */
  | { readonly kind: 'again'; readonly seconds: number; readonly attempt: number; readonly because: string };

export interface Answer {
  /** All of it, whatever was yielded. */
  readonly text: string;
  readonly usage: Usage;
  /** false: it was cut off at `maxTokens`. */
  readonly isWhole: boolean;
}

/** Most characters of an answer: a model that repeats itself need not be heard out. */
export const MOST_CHARACTERS = 1_000_000;

export interface Answerer {
  /** What to call it: the name of the model. It is kept with what it suggested. */
  readonly name: string;
  /** Most questions that it takes at the same time, 1 … 8. */
  readonly atOnce: number;
  /**
   * Answers. Ending the generator early ends the work, too.
   * @throws LetheError of src/assist/errors.ts, or the signal’s reason
   */
  answer(question: Question, signal: AbortSignal): AsyncGenerator<AnswerEvent, Answer>;
}
