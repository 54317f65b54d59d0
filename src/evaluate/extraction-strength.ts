/** How little of a text a model needs as a prompt to reproduce the rest. */

/**
 * Extraction strength (Carlini et al., arXiv 2012.07805; OpenUnlearning): 1 − k / T, where k is the smallest position
 * from which on the likeliest token, given the true text before it, is always the true one. 1: the whole text is
 * reproduced without a prompt; 0: not even its last token is. OpenUnlearning's search ends at k = T − 1, so that its
 * floor is 1 / T and not 0: in blocks of 128 tokens, 0.8 % where nothing was extracted.
 * Arguments as for `exactMemorisation`. Null for no tokens.
 */
export function extractionStrength(predicted: ArrayLike<number>, truth: ArrayLike<number>): number | null {
  const T = truth.length;
  if (T === 0) return null;
  let k = T;
  while (k > 0 && predicted[k - 1] === truth[k - 1]) k--;
  return 1 - k / T;
}
