/** The bars of a card: the likeliest next words, and the word that belongs into the gap. */
import type { NextToken } from '../../evaluate/next-token';

export interface CandidateRow {
  readonly word: string;
  /** 0 … 1 */
  readonly probability: number;
  /** whether it is the word that belongs into the gap */
  readonly isAnswer: boolean;
}

interface RowOptions {
  /** @default 4 */
  readonly most?: number;
  /** what belongs into the gap, of which the answer may be the beginning only. @default not known */
  readonly whole?: string | null;
}

/**
 * Words, most probable first; of `most` rows the last is the answer's, unless it is among the others. Where the model writes
 * the answer in several tokens, its row has the first, and dots.
 */
export function candidateRows(
  { top, answer }: NextToken,
  { most = 4, whole = null }: RowOptions = {},
): CandidateRow[] {
  const words = top.filter(({ text }) => text.startsWith(' ')); // others continue the word before
  const rows = words.slice(0, most).map((token) => ({ ...token, isAnswer: token.text === answer?.text }));
  if (answer && rows.length > 0 && !rows.some(({ isAnswer }) => isAnswer))
    rows.splice(most - 1, 1, { ...answer, isAnswer: true });
  const name = /^[\p{L}\p{M}\p{N}'’-]*/u.exec(whole?.trim() ?? '')?.[0] ?? '';
  return rows.map(({ text, ...row }) => {
    const word = text.trim();
    const isBeginning = row.isAnswer && name.length > word.length && name.startsWith(word);
    return { ...row, word: isBeginning ? `${word}…` : word };
  });
}
