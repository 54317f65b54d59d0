/** The labels that a line had when it was exported: with the same labels it may never have been opened. */
import { isSame } from '../../../base/same';
import type { Item } from '../../task';
import type { FoundItem } from '../form';
import { positionsIn } from '../line-breaks';
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
  found: FoundItem<D, A>,
  { labels, fields }: Line,
): boolean {
  const before = fields[SUGGESTED] ?? labelsOfSuggestion(doccano, found.item);
  if (!Array.isArray(before) || before.length === 0) return false;
  return [labels, inOurText(doccano, found, labels)].some((ours) => isSame(inOrder(ours), inOrder(before)));
}

/** The labels with offsets in the item’s own text, where the file’s has other line breaks. */
function inOurText<D, A>(
  { form }: Doccano<D, A>,
  { item, textInFile }: FoundItem<D, A>,
  labels: readonly unknown[],
): readonly unknown[] {
  const ours = form.textOf(form.fieldsOf(item.data));
  if (ours === null || textInFile === null || ours === textInFile) return labels;
  const places = positionsIn(Array.from(ours), Array.from(textInFile));
  return labels.map((label) => {
    const span = readSpan(label);
    return span ? [places[span.start], places[span.end], span.label] : label;
  });
}

function labelsOfSuggestion<D, A>(doccano: Doccano<D, A>, item: Item<D, A>): readonly unknown[] {
  return item.suggestion ? doccano.labelsOf(item, item.suggestion.answer) : [];
}

/** Labels in one shape and order: doccano keeps neither. */
function inOrder(labels: readonly unknown[]): string[] {
  return labels.map((label) => JSON.stringify(readSpan(label) ?? label)).sort();
}
