/** Occurrences of a query in a passage, the most likely one first. */
import { placesOf } from '../../../text/places';
import { overlaps, type AnchorSpan, type TextRange } from '../../../review/tasks/anchors';

export interface Hit extends TextRange {
  /** 0: marked as this term; 1: an unmarked whole word; 2: inside another term; 3: inside a word. */
  readonly rank: number;
}

/** The best hit for `query`; null if the text does not contain it. */
export function bestHit(text: string, spans: readonly AnchorSpan[], query: string): Hit | null {
  const live = spans.filter(({ status }) => status !== 'rejected');
  const rankOf = (range: TextRange): number => {
    const here = live.filter((span) => overlaps(span, range));
    if (here.some(({ start, end }) => start === range.start && end === range.end)) return 0;
    return here.length === 0 ? 1 : 2;
  };
  const [best] = placesOf(text, query)
    .map(({ isWhole, ...range }) => ({ ...range, rank: isWhole ? rankOf(range) : 3 }))
    .sort((a, b) => a.rank - b.rank);
  return best ?? null;
}
