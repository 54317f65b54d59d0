/** The labels that a line had when it was exported: with the same labels it may never have been opened. */
import { isSame } from '../../../base/same';
import type { Item } from '../../task';
import { readSpan, type Line } from './line';
import type { Doccano } from './tasks';

/** The metadata of an exported task that repeats its labels. */
export const SUGGESTED = 'suggested_label';

/** The labels that a task is exported with. A check that must be blind shows no suggestion. */
export function suggestedLabels<D, A>(doccano: Doccano<D, A>, item: Item<D, A>): readonly unknown[] {
  return doccano.isBlind ? [] : labelsOfSuggestion(doccano, item);
}

/**
 * Whether a line has exactly the labels that it was exported with: by its metadata, or else (in lines of earlier
 * versions and of other sources) those of the item’s suggestion.
 */
export function isAsExported<D, A>(
  doccano: Doccano<D, A>,
  item: Item<D, A>,
  { labels, fields }: Line,
): boolean {
  const before = fields[SUGGESTED] ?? labelsOfSuggestion(doccano, item);
  return Array.isArray(before) && before.length > 0 && isSame(inOrder(labels), inOrder(before));
}

function labelsOfSuggestion<D, A>(doccano: Doccano<D, A>, item: Item<D, A>): readonly unknown[] {
  return item.suggestion ? doccano.labelsOf(item, item.suggestion.answer) : [];
}

/** Labels in one shape and order: doccano keeps neither. */
function inOrder(labels: readonly unknown[]): string[] {
  return labels.map((label) => JSON.stringify(readSpan(label) ?? label)).sort();
}
