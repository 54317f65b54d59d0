/**
 * Candidates for a label as lines in α: a score that starts at the baseline's logit b and falls by ReLU(r − b) for each
 * unit of α.
 *
 * Records hold only the strongest logits of each model. Where r is not among them, it still follows: it is at most the
 * weakest that is held, and a candidate that takes over at some α is at that α level with the one before it.
 */
import { smallest } from '../../../base/extremes';
import type { Candidate, TokenRecord } from '../../../unlearn/record';

export interface CandidateLine {
  readonly id: number;
  /** the baseline's logit, b */
  readonly baseline: number;
  /** the reinforced model's logit, r; null: only known to be at most b */
  readonly reinforced: number | null;
  /** ReLU(r − b) */
  readonly rise: number;
}

type Supervised = Pick<Extract<TokenRecord, { kind: 'supervised' }>, 'baseline' | 'reinforced' | 'segments'>;

/** Every label up to `alpha` and the baseline's strongest candidates, `most` in all, in the order of b. */
export function candidateLines(token: Supervised, alpha: number, most: number): CandidateLine[] {
  const held = logits(token.reinforced);
  const weakest = smallest(held.values());
  const lines = new Map<number, CandidateLine>();
  for (const { id, logit: baseline } of token.baseline) {
    const reinforced = held.get(id) ?? null;
    if (reinforced === null && baseline < weakest) continue;
    lines.set(id, { id, baseline, reinforced, rise: Math.max((reinforced ?? baseline) - baseline, 0) });
  }
  const baselines = logits(token.baseline);
  const labels = token.segments.filter(({ from }) => from <= alpha);
  labels.forEach(({ from, id }, s) => {
    const [before, baseline] = [lines.get(labels[s - 1]?.id ?? -1), baselines.get(id)];
    if (lines.has(id) || !before || baseline === undefined) return;
    const rise = Math.max((baseline - scoreAt(before, from)) / from, 0);
    lines.set(id, { id, baseline, reinforced: rise > 0 ? baseline + rise : null, rise });
  });
  const shown = new Set([...labels, ...token.baseline].map(({ id }) => id).filter((id) => lines.has(id)));
  return [...shown]
    .slice(0, most)
    .flatMap((id) => lines.get(id) ?? [])
    .sort((a, b) => b.baseline - a.baseline);
}

/** Equation 1: b − α · ReLU(r − b). */
export function scoreAt({ baseline, rise }: CandidateLine, alpha: number): number {
  return baseline - alpha * rise;
}

function logits(candidates: readonly Candidate[]): Map<number, number> {
  return new Map(candidates.map(({ id, logit }) => [id, logit]));
}
