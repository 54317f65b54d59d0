/** Where a model says that a term is, against where it is: models count badly. */

export interface Position {
  readonly term: string;
  /** Offset in the passage as the model says, in UTF-16 units. */
  readonly said: number;
  /** The offset at which the term is; null: nowhere that is not taken yet. */
  readonly found: number | null;
}

/** Each offset that was said, with the nearest place of the term that no other one has; exact ones choose first. */
export function positionsOf(
  term: string,
  said: readonly number[],
  places: readonly number[],
): readonly Position[] {
  const free = new Set(places);
  const exact = new Set(said.filter((one) => free.delete(one)));
  return [...new Set(said)].map((one) => {
    if (exact.has(one)) return { term, said: one, found: one };
    const found = [...free].sort((a, b) => Math.abs(a - one) - Math.abs(b - one))[0] ?? null;
    if (found !== null) free.delete(found);
    return { term, said: one, found };
  });
}
