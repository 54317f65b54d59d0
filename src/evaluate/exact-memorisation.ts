/** How many tokens of a text a model has memorised. */

/**
 * Exact memorisation as in OpenUnlearning (Tirumala et al., arXiv 2205.10770): the share of positions where the likeliest
 * token, given the true text before it, is the true one. `predicted[i]` and `truth[i]` are at the same position; of
 * equally likely tokens, `predicted` has the first. Null for no tokens.
 */
export function exactMemorisation(predicted: ArrayLike<number>, truth: ArrayLike<number>): number | null {
  if (truth.length === 0) return null;
  let right = 0;
  for (let i = 0; i < truth.length; i++) if (predicted[i] === truth[i]) right++;
  return right / truth.length;
}
