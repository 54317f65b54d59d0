/**
 * Named spans from the labels of pieces, as transformers’ strategy “first” makes them: a word has the label of its first
 * piece, and words that follow each other with the same tag are one span.
 */
import { WORD_CHARACTER } from '../../text/word-characters';
import type { Range } from './align';
import type { PieceMarks } from './surfaces';

/** A piece in its place, with its most probable label. */
export interface LabelledPiece extends Range {
  readonly piece: string;
  /** such as B-PER, I-PER, PER or O */
  readonly label: string;
  /** probability of the label */
  readonly score: number;
}

/** A name in a text. */
export interface NamedSpan extends Range {
  /** such as PER; as the model calls it */
  readonly tag: string;
  /** mean probability of the labels of its words, 0 … 1 */
  readonly score: number;
}

/** The label of what is no name. */
const OUTSIDE = 'O';

interface Word extends Range {
  readonly prefix: string;
  readonly tag: string;
  readonly score: number;
}

export function spansOf(text: string, pieces: readonly LabelledPiece[], marks: PieceMarks): NamedSpan[] {
  const spans: Word[][] = [];
  let open: string | null = null;
  for (const word of wordsOf(text, pieces, marks)) {
    const goesOn: boolean = open === word.tag && word.prefix !== 'B' && word.prefix !== 'S';
    if (goesOn) spans.at(-1)?.push(word);
    else spans.push([word]);
    // E ends a span, and S is one.
    open = word.prefix === 'S' || (goesOn && word.prefix === 'E') ? null : word.tag;
  }
  return spans.flatMap((words): NamedSpan[] => {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last || first.tag === OUTSIDE) return [];
    const score = words.reduce((sum, word) => sum + word.score, 0) / words.length;
    return [{ start: first.start, end: last.end, tag: first.tag, score }];
  });
}

function wordsOf(text: string, pieces: readonly LabelledPiece[], marks: PieceMarks): Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const one of pieces) {
    const last = words.at(-1);
    const isWithin =
      marks.continuing === null ? isOneWord(text, end, one.start) : one.piece.startsWith(marks.continuing);
    if (last && isWithin) words[words.length - 1] = { ...last, end: one.end };
    else {
      const [, prefix = 'I', tag = one.label] = /^([BIES])-(.*)$/u.exec(one.label) ?? [];
      words.push({ start: one.start, end: one.end, prefix, tag, score: one.score });
    }
    end = one.end;
  }
  return words;
}

const ENDS_WORD = new RegExp(`${WORD_CHARACTER}$`, 'u');
const BEGINS_WORD = new RegExp(`^${WORD_CHARACTER}`, 'u');
/** UTF-16 units of any character. */
const NEAR = 2;

/** Whether what ends at `end` and what begins at `start` are parts of one word. */
function isOneWord(text: string, end: number, start: number): boolean {
  if (start > end) return false;
  return (
    ENDS_WORD.test(text.slice(Math.max(0, end - NEAR), end)) &&
    BEGINS_WORD.test(text.slice(start, start + NEAR))
  );
}
