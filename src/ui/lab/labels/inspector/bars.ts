/** The bars of one pinned token: what each variant gives its strongest candidates, on one axis of logits. */
import { largest, smallest } from '../../../../base/extremes';
import type { Candidate, TokenRecord } from '../../../../unlearn/record';

export type Supervised = Extract<TokenRecord, { kind: 'supervised' }>;

/** One candidate. Logits are null where the variant does not have it among its ten strongest. */
export interface BarRow {
  readonly id: number;
  readonly baseline: number | null;
  readonly reinforced: number | null;
  /** ReLU(reinforced − baseline) */
  readonly relu: number | null;
  /** baseline − α · relu */
  readonly generic: number | null;
  readonly isForbidden: boolean;
}

const MOST = 8;

/** The strongest candidates of either variant and the labels over α up to `most` α, strongest baseline first. */
export function barRows(token: Supervised, alpha: number, label: number): BarRow[] {
  const baseline = byId(token.baseline);
  const reinforced = byId(token.reinforced);
  const strongest = [...token.baseline, ...token.reinforced].sort((a, b) => b.logit - a.logit);
  const ids = [...new Set([label, ...strongest.map(({ id }) => id)])].slice(0, MOST);
  return ids
    .map((id): BarRow => {
      const [g, r] = [baseline.get(id) ?? null, reinforced.get(id) ?? null];
      const relu = g === null || r === null ? null : Math.max(r - g, 0);
      const generic = g === null || relu === null ? null : g - alpha * relu;
      return { id, baseline: g, reinforced: r, relu, generic, isForbidden: token.forbidden.includes(id) };
    })
    .sort((a, b) => (b.baseline ?? -Infinity) - (a.baseline ?? -Infinity));
}

/** The axis that holds every bar, from 0 or below to 0 or above. */
export function extent(rows: readonly BarRow[]): readonly [number, number] {
  const values = rows
    .flatMap(({ baseline, reinforced, relu, generic }) => [baseline, reinforced, relu, generic])
    .filter((value) => value !== null);
  return [smallest(values, 0), largest(values, 0)];
}

function byId(candidates: readonly Candidate[]): Map<number, number> {
  return new Map(candidates.map(({ id, logit }) => [id, logit]));
}
