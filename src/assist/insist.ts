/** Asks until an answer can be used, at most a few times: the model is told what was wrong. */
import type { Answer, Answerer, AnswerEvent, Message, Question } from './answerer';
import { hasCode } from '../base/errors';
import { answered } from './answered';
import { assistErrors } from './errors';

/** What an answer says, and what is wrong with it; null: nothing. */
export interface Reading<T> {
  readonly value: T;
  readonly complaint: string | null;
}

/** Questions about one thing, the first included. */
const TRIES = 3;
/** Most characters of a wrong answer that the model is shown again: it repeats what it sees. */
const LONGEST_ECHO = 2000;

/**
 * What each try said, in order; the last one is usable if any is. Where the model cannot read its answer again, it is not asked
 * again. `hear`: every event, and every whole answer.
 */
export async function insist<T>(
  answerer: Answerer,
  question: Question,
  read: (answer: Answer) => Reading<T>,
  signal: AbortSignal,
  hear: (event: AnswerEvent | { readonly kind: 'answer'; readonly answer: Answer }) => void,
): Promise<readonly T[]> {
  const values: T[] = [];
  let messages: readonly Message[] = question.messages;
  for (let attempt = 1; ; attempt++) {
    const answer = await answered(answerer, { ...question, messages }, signal, hear).catch(
      (error: unknown) => {
        if (attempt > 1 && hasCode(error, assistErrors, 'assist/too-long')) return null;
        throw error;
      },
    );
    if (answer === null) return values;
    hear({ kind: 'answer', answer });
    const { value, complaint } = read(answer);
    values.push(value);
    if (complaint === null || attempt === TRIES) return values;
    messages = [
      ...question.messages,
      { role: 'assistant', content: answer.text.slice(0, LONGEST_ECHO) },
      {
        role: 'user',
        content: `That cannot be used: ${complaint}. Answer again, with JSON of the given form only.`,
      },
    ];
  }
}
