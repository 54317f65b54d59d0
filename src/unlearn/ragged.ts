/** Lists of different length, stored one after another. */

/** Where each list starts, and where the last one ends: [S + 1]. */
export function startsOf(counts: ArrayLike<number>): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let s = 0; s < counts.length; s++) starts[s + 1] = (starts[s] ?? 0) + (counts[s] ?? 0);
  return starts;
}

/** The length of each list: [S]. */
export function countsOf(starts: Int32Array): Int32Array {
  return starts.subarray(1).map((end, s) => end - (starts[s] ?? 0));
}
