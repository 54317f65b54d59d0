/** Everything a model should still be able to do, in one figure. */

/**
 * Model utility of TOFU (arXiv 2401.06121) and OpenUnlearning: the harmonic mean of figures from 0 to 1. It is 0 if
 * one of them is, so that nothing can be bought with the loss of something else. Null of nothing.
 * @throws RangeError if a figure is negative or not a number
 */
export function modelUtility(figures: readonly number[]): number | null {
  const wrong = figures.find((figure) => !(figure >= 0));
  if (wrong !== undefined) throw new RangeError(`modelUtility: expected figures from 0 on, got ${wrong}`);
  if (figures.length === 0) return null;
  return figures.length / figures.reduce((sum, figure) => sum + 1 / figure, 0);
}
