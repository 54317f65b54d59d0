/** The tokens that compete for a label, with both inputs of equation 1: the strongest of either model, and every label over α. */
import { supervised, type LabelRecord, type Top } from './record';

export interface Contender {
  readonly id: number;
  /** logit of the baseline on the translation; null: not in the file, which an earlier version saved */
  readonly baseline: number | null;
  /** logit of the reinforced model on the original; null likewise */
  readonly reinforced: number | null;
}

type Contended = Pick<LabelRecord, 'mapping' | 'baseline' | 'reinforced' | 'others'>;

/** Those at position `i`, each once, in order of their ids; none where there is no label. */
export function contendersAt(record: Contended, i: number): Contender[] {
  const row = supervised(record).indexOf(i);
  if (row < 0) return [];
  const { baseline, reinforced, others } = record;
  const found = new Map<number, Contender>();
  const add = (one: Contender): void => {
    const known = found.get(one.id);
    found.set(one.id, {
      id: one.id,
      baseline: known?.baseline ?? one.baseline,
      reinforced: known?.reinforced ?? one.reinforced,
    });
  };
  for (const { id, logit, at } of rowOf(baseline, row))
    add({ id, baseline: logit, reinforced: others?.reinforced[at] ?? null });
  for (const { id, logit, at } of rowOf(reinforced, row))
    add({ id, baseline: others?.baseline[at] ?? null, reinforced: logit });
  if (others) {
    const { starts, ids, baseline: b, reinforced: r } = others.more;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      add({ id: ids[at] ?? 0, baseline: b[at] ?? null, reinforced: r[at] ?? null });
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

function rowOf({ ids, logits, logSum }: Top, row: number): { id: number; logit: number; at: number }[] {
  const k = ids.length / logSum.length;
  return Array.from({ length: k }, (_, rank) => {
    const at = row * k + rank;
    return { id: ids[at] ?? 0, logit: logits[at] ?? 0, at };
  });
}
