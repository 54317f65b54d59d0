/** How far the predictions of a model are from those of the gold model, token by token. */
import { argmax } from './argmax';

export interface Distance {
  /** mean over positions of Σ p_gold · ln(p_gold / p_model), in nats; 0 if both are equal */
  readonly kl: number;
  /** share of positions with the same likeliest token (the first one of a tie); 0 … 1 */
  readonly agreement: number;
}

/**
 * Mean Kullback–Leibler divergence KL(gold ‖ model) and top-1 agreement, from ln p of every token at the same positions:
 * two tables [n, V]. Tokens with probability zero under the gold model add nothing; one with zero only under the model
 * makes `kl` infinite. Null without a gold model or without positions.
 * @throws RangeError unless the tables have the same whole number of rows
 */
export function distanceToGold(
  model: Float32Array, // [n, V]
  gold: Float32Array | null, // [n, V]
  V: number,
): Distance | null {
  if (gold === null) return null;
  if (gold.length !== model.length || gold.length % V !== 0) {
    throw new RangeError(
      `distanceToGold: expected two tables of rows of ${V}, got ${model.length} and ${gold.length}`,
    );
  }
  const n = gold.length / V;
  if (n === 0) return null;
  let [kl, agreed] = [0, 0];
  for (let row = 0; row < n; row++) {
    kl += divergence(gold, model, row * V, V);
    if (argmax(gold, row * V, V) === argmax(model, row * V, V)) agreed++;
  }
  return { kl: kl / n, agreement: agreed / n };
}

/** KL(p ‖ q) of one row. */
function divergence(p: Float32Array, q: Float32Array, from: number, V: number): number {
  let sum = 0;
  for (let i = from; i < from + V; i++) {
    const logP = p[i] ?? -Infinity;
    if (logP > -Infinity) sum += Math.exp(logP) * (logP - (q[i] ?? -Infinity));
  }
  return sum;
}
