/** Which tokens of a block and of its translation belong to anchor terms. */
import type { LabelRecord } from '../../../../unlearn/record';

export interface Anchored {
  /** positions in the original */
  readonly original: ReadonlySet<number>;
  /** positions in the translation: the generic terms */
  readonly translated: ReadonlySet<number>;
}

/** Walks both texts: outside anchor terms a token maps to itself, and a term's last token to its translation's end. */
export function anchored({
  ids,
  mapping,
  anchors,
}: Pick<LabelRecord, 'ids' | 'mapping' | 'anchors'>): Anchored {
  const lengths = new Map(anchors.map(({ start, length }) => [start, length]));
  const original = new Set<number>();
  const translated = new Set<number>();
  for (let i = 0, j = 0; i < ids.length;) {
    const length = lengths.get(i);
    if (length === undefined) {
      i += 1;
      j += 1;
      continue;
    }
    for (const end = i + length; i < end; i++) original.add(i);
    // Masked where the term ends the block: then nothing follows that could be misaligned.
    for (const last = mapping[i - 1] ?? -1; j <= last; j++) translated.add(j);
  }
  return { original, translated };
}
