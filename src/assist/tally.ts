/** What was asked and answered so far. */
import type { Usage } from './answerer';

export interface Tally {
  /** Questions that were answered, further tries included. */
  readonly questions: number;
  /** In tokens, as far as it was said. */
  readonly prompt: number;
  readonly answer: number;
}

export const nothing: Tally = { questions: 0, prompt: 0, answer: 0 };

export function counted(tally: Tally, { prompt, answer }: Usage): Tally {
  return {
    questions: tally.questions + 1,
    prompt: tally.prompt + (prompt ?? 0),
    answer: tally.answer + (answer ?? 0),
  };
}
