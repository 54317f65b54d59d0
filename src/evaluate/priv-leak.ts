/** Whether what is left (or over-cleaned) gives away what was forgotten. */

/**
 * PrivLeak (MUSE, arXiv 2407.06460): ((1 − AUC) − (1 − AUC_gold)) / (1 − AUC_gold) · 100, in percent, with the AUC of
 * the membership attack on the model and on the gold model. 0 is best; below, the text is still recognised as
 * read; above, it is avoided more than by a model that never read it. Null without a gold model, without an AUC, and
 * where the gold model's AUC is 1: there is nothing to divide by.
 */
export function privLeak(aucOfModel: number | null, aucOfGold: number | null): number | null {
  if (aucOfModel === null || aucOfGold === null || aucOfGold === 1) return null;
  return ((aucOfGold - aucOfModel) / (1 - aucOfGold)) * 100;
}
