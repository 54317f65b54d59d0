/** Ways to pick the next token from one row of logits [V]. */
import type { Prng } from '../base/prng';

export type ChooseToken = (logits: Float32Array) => number;

/** The strongest token; the lowest id among equals. */
export const greedy: ChooseToken = (logits) => {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if ((logits[i] ?? 0) > (logits[best] ?? 0)) best = i;
  return best;
};

/** Draws from softmax(logits / temperature); towards 0 it becomes greedy, 1 is the model's own distribution. */
export function sampling(random: Prng, temperature: number): ChooseToken {
  return (logits) => {
    const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
    const weights = logits.map((x) => Math.exp((x - most) / temperature));
    let rest = random.uniform() * weights.reduce((a, b) => a + b, 0);
    const drawn = weights.findIndex((weight) => (rest -= weight) < 0);
    return drawn < 0 ? greedy(logits) : drawn;
  };
}
