/** The likeliest token. */

/** Index of the largest value of the row `[from, from + size)`, counted from its start; of equal ones the first. */
export function argmax(values: ArrayLike<number>, from = 0, size = values.length - from): number {
  let best = 0;
  for (let i = 1; i < size; i++) {
    if ((values[from + i] ?? -Infinity) > (values[from + best] ?? -Infinity)) best = i;
  }
  return best;
}
