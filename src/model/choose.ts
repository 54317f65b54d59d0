/** Ways to choose the next token from one row of logits [V]. */
import type { Prng } from '../base/prng';

/** `input` is the index of the generation input. */
export type ChooseToken = (logits: Float32Array, input: number) => number;

/** The strongest token; the lowest id of a tie. */
export const greedy = (logits: Float32Array): number => {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if ((logits[i] ?? 0) > (logits[best] ?? 0)) best = i;
  return best;
};

/**
 * Draws from softmax(logits / temperature): near 0 this is greedy, 1 is the model's own distribution. Only the likeliest
 * tokens that together reach the probability `topP` take part (nucleus sampling, arXiv 1904.09751).
 */
export function sampling(random: Prng, temperature: number, topP = 1): (logits: Float32Array) => number {
  return (logits) => {
    const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
    const weights = logits.map((x) => Math.exp((x - most) / temperature));
    if (topP < 1) keepNucleus(weights, topP);
    let rest = random.uniform() * weights.reduce((a, b) => a + b, 0);
    const drawn = weights.findIndex((weight) => (rest -= weight) < 0);
    return drawn < 0 ? greedy(logits) : drawn;
  };
}

/**
 * Sets the weights outside the nucleus to 0; the likeliest token always stays. All tokens below `least` together have less
 * than 1 − topP, so that they are outside, and need not be sorted: of 150,000 tokens hardly any do.
 */
function keepNucleus(weights: Float32Array, topP: number): void {
  const sum = weights.reduce((a, b) => a + b, 0);
  const least = ((1 - topP) * sum) / weights.length;
  const order: number[] = [];
  weights.forEach((weight, id) => {
    if (weight >= least) order.push(id);
    else weights[id] = 0;
  });
  order.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  let rest = topP * sum;
  for (const id of order) {
    const weight = weights[id] ?? 0;
    if (rest <= 0) weights[id] = 0;
    rest -= weight;
  }
}
