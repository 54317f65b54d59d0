/** How well a score separates two groups. */

/**
 * Area under the ROC curve: the probability that a random item of `high` scores above one of `low`, a tie counting
 * half (Mann & Whitney 1947). 0.5 is chance, also if all scores are equal. Null if a group is empty.
 *
 * For the membership attack, `low` is the `minK` of the forget set and `high` that of held-out text of its kind: at 1, the
 * forget set is always recognised as training text.
 */
export function auc(low: readonly number[], high: readonly number[]): number | null {
  if (low.length === 0 || high.length === 0) return null;
  const wins = high.reduce(
    (sum, h) => low.reduce((inner, l) => inner + (h > l ? 1 : h === l ? 0.5 : 0), sum),
    0,
  );
  return wins / (low.length * high.length);
}
