/** How many tokens of a text a model knows by heart. */

/**
 * Exact memorisation as OpenUnlearning has it (Tirumala et al., arXiv 2205.10770): the share of positions where the
 * likeliest token, given the true text before it, is the true one. `predicted[i]` and `truth[i]` belong to the same
 * position; where several tokens are likeliest, `predicted` holds the first. Null of no tokens.
 */
export function exactMemorisation(predicted: ArrayLike<number>, truth: ArrayLike<number>): number | null {
  if (truth.length === 0) return null;
  let right = 0;
  for (let i = 0; i < truth.length; i++) if (predicted[i] === truth[i]) right++;
  return right / truth.length;
}
