/** How likely a generated token was, and its likeliest alternatives. */

interface Likely {
  readonly id: number;
  /** 0 … 1, over the whole vocabulary */
  readonly probability: number;
}

export interface Odds {
  /** of the generated token */
  readonly probability: number;
  /** the likeliest tokens, likeliest first, ties by id */
  readonly top: readonly Likely[];
}

/** The probability of token `id` in one row of logits [V], and the `k` likeliest tokens. */
export function oddsOf(logits: Float32Array, id: number, k: number): Odds {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = logits.reduce((total, x) => total + Math.exp(x - most), 0);
  const probability = (one: number): number => Math.exp((logits[one] ?? -Infinity) - most) / sum;
  const strongest: number[] = [];
  const isWeaker = (one: number, than: number): boolean => (logits[one] ?? 0) < (logits[than] ?? 0);
  for (const other of logits.keys()) {
    const last = strongest.at(-1);
    if (strongest.length === k && (last === undefined || !isWeaker(last, other))) continue;
    const at = strongest.findIndex((one) => isWeaker(one, other));
    strongest.splice(at < 0 ? strongest.length : at, 0, other);
    strongest.length = Math.min(strongest.length, k);
  }
  return {
    probability: probability(id),
    top: strongest.map((one) => ({ id: one, probability: probability(one) })),
  };
}
