/** A run of tokens in a block. */
export interface Span {
  /** index of its first token */
  readonly start: number;
  /** number of its tokens, at least 1 */
  readonly length: number;
}

/** The parts of the spans of a whole text that are in the block from `from` to `to`, counted from its first token. */
export function spansWithin(spans: readonly Span[], from: number, to: number): Span[] {
  return spans.flatMap(({ start, length }) => {
    const [first, end] = [Math.max(start, from), Math.min(start + length, to)];
    return first < end ? [{ start: first - from, length: end - first }] : [];
  });
}

/** The positions whose next token is in one of the spans, in order. The first token of a block has none before it. */
export function positionsBefore(spans: readonly Span[]): number[] {
  return spans.flatMap(({ start, length }) =>
    Array.from({ length }, (_, k) => start + k - 1).filter((i) => i >= 0),
  );
}
