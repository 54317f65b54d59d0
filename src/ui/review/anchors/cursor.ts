/** A cursor over words: one word, or a range from `anchor` to `head`. */
import { overlaps, type AnchorSpan, type TextRange } from '../../../review/tasks/anchors';

export interface Cursor {
  /** Index of the word where the selection started. */
  readonly anchor: number;
  /** Index of the word where it is now. */
  readonly head: number;
}

/** Moves or extends by one word; a step out of a marked term skips the whole term. */
export function stepped(
  { anchor, head }: Cursor,
  by: 1 | -1,
  extends_: boolean,
  words: readonly TextRange[],
  spans: readonly AnchorSpan[],
): Cursor {
  const last = Math.max(words.length - 1, 0);
  const clamp = (word: number): number => Math.min(Math.max(word, 0), last);
  if (extends_) return { anchor, head: clamp(head + by) };
  const here = words[head];
  const span = here && spanAt(spans, here);
  let next = clamp(head + by);
  while (span && next !== clamp(next + by) && overlaps(span, words[next] ?? span)) next = clamp(next + by);
  return { anchor: next, head: next };
}

/** The text from the first word to the last; null without words. */
export function rangeOf({ anchor, head }: Cursor, words: readonly TextRange[]): TextRange | null {
  const [first, last] = [words[Math.min(anchor, head)], words[Math.max(anchor, head)]];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The cursor that selects the words of a range; null if it touches none. */
export function cursorAt(range: TextRange, words: readonly TextRange[]): Cursor | null {
  const anchor = words.findIndex((word) => overlaps(word, range));
  const head = words.findLastIndex((word) => overlaps(word, range));
  return anchor < 0 ? null : { anchor, head };
}

/** The span that contains or touches a range; rejected ones have the lowest priority. */
export function spanAt(spans: readonly AnchorSpan[], range: TextRange): AnchorSpan | null {
  const here = spans.filter((span) => overlaps(span, range));
  return here.find(({ status }) => status !== 'rejected') ?? here[0] ?? null;
}

/** The next span after a place (before it, if `by` is -1), wrapping around; open ones only if there are any. */
export function nextSpan(spans: readonly AnchorSpan[], at: number, by: 1 | -1): AnchorSpan | null {
  const open = spans.filter(({ status }) => status === 'drafted');
  const all = open.length > 0 ? open : spans;
  if (by === 1) return all.find(({ start }) => start > at) ?? all[0] ?? null;
  return all.findLast(({ end }) => end <= at) ?? all.at(-1) ?? null;
}
