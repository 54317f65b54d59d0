/** Equation 1 for one row of logits, on the host: what graphs/pairs.ts computes on the device. */
import type { LogitSpace } from '../llama/graphs/combine';

/** Both inputs of equation 1 at one position, each [V], as the model gives them. */
export interface PairRows {
  readonly baseline: Float32Array;
  readonly reinforced: Float32Array;
}

export interface PairRules {
  readonly space: LogitSpace;
  /** tokens that are set to the mean of the baseline's row */
  readonly forbidden: readonly number[];
}

/** v_baseline − α · ReLU(v_reinforced − v_baseline), [V]. */
export function combineRows(
  { baseline, reinforced }: PairRows,
  { space, forbidden }: PairRules,
  alpha: number,
): Float32Array {
  const into = (row: Float32Array): Float32Array => (space === 'raw' ? row : normalised(row));
  const [b, r] = [into(withForbidden(baseline, forbidden)), into(reinforced)];
  return b.map((logit, id) => logit - Math.fround(alpha * Math.max(Math.fround((r[id] ?? 0) - logit), 0)));
}

function withForbidden(row: Float32Array, forbidden: readonly number[]): Float32Array {
  if (forbidden.length === 0) return row;
  const mean = row.reduce((sum, logit) => sum + logit, 0) / row.length;
  const copy = row.slice();
  for (const id of forbidden) copy[id] = mean;
  return copy;
}

/** Log-probabilities. */
function normalised(row: Float32Array): Float32Array {
  const most = row.reduce((a, b) => Math.max(a, b), -Infinity);
  const logSum = most + Math.log(row.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
  return row.map((logit) => logit - logSum);
}
