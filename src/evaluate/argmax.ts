/** Argmax over a row of a flat array. */

/** Index of the largest value of the row `[from, from + size)`, counted from the start of the row; the first one of a tie. */
export function argmax(values: ArrayLike<number>, from = 0, size = values.length - from): number {
  let best = 0;
  for (let i = 1; i < size; i++) {
    if ((values[from + i] ?? -Infinity) > (values[from + best] ?? -Infinity)) best = i;
  }
  return best;
}
