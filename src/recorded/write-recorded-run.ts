/** A recorded run → run.json: tokens as tuples, and measured numbers to four significant digits. */
import type { LikelyToken } from '../evaluate/next-token';
import { toFourDigits } from './four-digits';
import { RECORDED_FORMAT, RECORDED_VERSION, recordedVariants, type RecordedRun } from './recorded-run';

/** The text that `parseRecordedRun` reads. */
export function writeRecordedRun({ settings, answers, ...run }: RecordedRun): string {
  const measured = {
    ...run,
    answers: answers.map((answer) => ({
      ...answer,
      tokens: Object.fromEntries(
        recordedVariants.map((variant) => [
          variant,
          answer.tokens[variant].map((token) => [...tuple(token), token.top.map(tuple)]),
        ]),
      ),
      byAlpha: answer.byAlpha.map(({ alpha, tokens }) => ({ alpha, tokens: tokens.map(tuple) })),
    })),
  };
  const head = { format: RECORDED_FORMAT, version: RECORDED_VERSION, settings };
  const rounded: unknown = JSON.parse(JSON.stringify(measured, toFourDigits));
  // The settings stay exact, so that the run can be reproduced.
  return `${JSON.stringify(Object.assign(head, rounded))}\n`;
}

function tuple({ text, probability }: LikelyToken): [string, number] {
  return [text, probability];
}
