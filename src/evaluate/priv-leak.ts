/** Whether traces of a text, or the avoidance of it, reveal that it was unlearned. */

/**
 * PrivLeak (MUSE, arXiv 2407.06460): ((1 − AUC) − (1 − AUC_gold)) / (1 − AUC_gold) · 100, in percent, with the AUC of the
 * membership attack on the model and on the gold model. 0 is best; below, the text is still recognised as training text;
 * above, the model avoids it more than one that never read it. Null without a gold model or an AUC, and if the gold
 * model's AUC is 1, where the ratio is undefined.
 */
export function privLeak(aucOfModel: number | null, aucOfGold: number | null): number | null {
  if (aucOfModel === null || aucOfGold === null || aucOfGold === 1) return null;
  return ((aucOfGold - aucOfModel) / (1 - aucOfGold)) * 100;
}
