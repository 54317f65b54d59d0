/** The bars of a card: the likeliest next words, and the word that belongs into the gap. */
import type { NextToken } from '../../evaluate/next-token';

export interface CandidateRow {
  readonly word: string;
  /** 0 … 1 */
  readonly probability: number;
  /** whether it is the word that belongs into the gap */
  readonly isAnswer: boolean;
}

/** Words, most probable first; of `most` rows the last is the answer's, unless it is among the others. */
export function candidateRows({ top, answer }: NextToken, most = 4): CandidateRow[] {
  const words = top.filter(({ text }) => text.startsWith(' ')); // others continue the word before
  const rows = words.slice(0, most).map((token) => ({ ...token, isAnswer: token.text === answer?.text }));
  if (answer && rows.length > 0 && !rows.some(({ isAnswer }) => isAnswer))
    rows.splice(most - 1, 1, { ...answer, isAnswer: true });
  return rows.map(({ text, ...row }) => ({ ...row, word: text.trim() }));
}
