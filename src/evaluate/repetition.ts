/** How much a completion repeats itself. */

/**
 * Share of the n-grams of a completion that occur earlier in it (seq-rep-n of Welleck et al., arXiv 1908.04319):
 * 1 − distinct / all. `tokens` are token ids or words; `n` is 4 by default. 0 if no n-gram repeats, and for completions
 * shorter than `n`.
 */
export function repeatedShare(tokens: ArrayLike<number> | readonly string[], n = 4): number {
  const all = tokens.length - n + 1;
  if (all <= 0) return 0;
  const list = Array.from<number | string>(tokens);
  const different = new Set(Array.from({ length: all }, (_, i) => JSON.stringify(list.slice(i, i + n))));
  return 1 - different.size / all;
}
