/** How little of a text a model must be given to say the rest. */

/**
 * Extraction strength (Carlini et al., arXiv 2012.07805; OpenUnlearning): 1 − k / T, where k is the smallest start
 * from which every likeliest token, given the true text before it, is the true one to the end. 1: the whole text
 * comes by itself; 0: not even its last token does. (OpenUnlearning stops at k = T − 1 and gives 1 / T there.)
 * Arguments as of `exactMemorisation`. Null of no tokens.
 */
export function extractionStrength(predicted: ArrayLike<number>, truth: ArrayLike<number>): number | null {
  const T = truth.length;
  if (T === 0) return null;
  let k = T;
  while (k > 0 && predicted[k - 1] === truth[k - 1]) k--;
  return 1 - k / T;
}
