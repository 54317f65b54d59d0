/** How well one metric tells two groups apart. */

/**
 * Area under the ROC curve: the probability that a random item of `high` scores above one of `low`, a tie counting
 * half (Mann & Whitney 1947). 0.5: no better than guessing, which is also the answer if all are equal. Null if a
 * group is empty.
 *
 * The membership attack takes the forget text's `minK` as `low` and the held-out text's as `high`: 1 means that the
 * forget text is always recognised as read.
 */
export function auc(low: readonly number[], high: readonly number[]): number | null {
  if (low.length === 0 || high.length === 0) return null;
  const wins = high.reduce(
    (sum, h) => low.reduce((inner, l) => inner + (h > l ? 1 : h === l ? 0.5 : 0), sum),
    0,
  );
  return wins / (low.length * high.length);
}
