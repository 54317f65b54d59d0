/** A passage split into pieces for drawing, each in at most one word and one span. */
import type { AnchorSpan, TextRange } from '../../../review/tasks/anchors';

export interface PassagePiece extends TextRange {
  readonly text: string;
  /** Index of its word; null between words. */
  readonly word: number | null;
  readonly span: AnchorSpan | null;
  /** Whether the span begins with it; `closes`: ends with it. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Pieces from left to right; where spans overlap (only rejected ones may), the first one not rejected wins. */
export function passagePieces(
  text: string,
  words: readonly TextRange[],
  spans: readonly AnchorSpan[],
): PassagePiece[] {
  const borders = [0, text.length, ...[...words, ...spans].flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(borders)].sort((a, b) => a - b);
  const live = spans.toSorted((a, b) => Number(a.status === 'rejected') - Number(b.status === 'rejected'));
  const holds = ({ start, end }: TextRange, at: number): boolean => start <= at && at < end;
  return cuts.slice(0, -1).map((start, i): PassagePiece => {
    const end = cuts[i + 1] ?? text.length;
    const word = words.findIndex((one) => holds(one, start));
    const span = live.find((one) => holds(one, start)) ?? null;
    return {
      start,
      end,
      text: text.slice(start, end),
      word: word < 0 ? null : word,
      span,
      opens: span?.start === start,
      closes: span?.end === end,
    };
  });
}
