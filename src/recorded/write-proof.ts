/** A proof → proof.json: candidates as tuples, and measured numbers to four significant digits. */
import type { LikelyToken, NextToken } from '../evaluate/next-token';
import { toFourDigits } from './four-digits';
import { PROOF_FORMAT, PROOF_VERSION, type Proof } from './proof';

/** The text that `parseProof` reads. */
export function writeProof({ sentences, ...proof }: Proof): string {
  const file = {
    format: PROOF_FORMAT,
    version: PROOF_VERSION,
    ...proof,
    sentences: sentences.map(({ next, ...sentence }) => ({ ...sentence, next: next.map(tuples) })),
  };
  return `${JSON.stringify(file, toFourDigits)}\n`;
}

function tuples({ top, answer }: NextToken): { top: [string, number][]; answer: [string, number] | null } {
  return { top: top.map(tuple), answer: answer && tuple(answer) };
}

function tuple({ text, probability }: LikelyToken): [string, number] {
  return [text, probability];
}
