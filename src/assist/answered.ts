/** A whole answer, for those who need no pieces. */
import type { Answer, Answerer, AnswerEvent, Question } from './answerer';

/** Asks, and hands each event on. @throws as `answer` does */
export async function answered(
  answerer: Answerer,
  question: Question,
  signal: AbortSignal,
  hear: (event: AnswerEvent) => void = () => undefined,
): Promise<Answer> {
  const job = answerer.answer(question, signal);
  for (;;) {
    const next = await job.next();
    if (next.done) return next.value;
    hear(next.value);
  }
}
