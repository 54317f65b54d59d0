/** What the label at a position says, for a sentence in words. */
import { settingFields } from '../../../../methods/settings';
import type { Segment } from '../../../../unlearn/alpha-envelope';

/** `same`: as the book, at every α. `keeps`: as the book, up to an α. `differs`: another word, from an α on if any. */
export type Stranger =
  | { readonly kind: 'same' }
  | { readonly kind: 'keeps'; readonly word: number; readonly alpha: number }
  | { readonly kind: 'differs'; readonly word: number; readonly alpha: number | null };

/** `next`: the text’s own next token. A label that no segment has was set by a person, and does not depend on α. */
export function strangerAt(
  segments: readonly Segment[],
  next: number,
  label: number,
  alpha: number,
): Stranger {
  const index = segments.findLastIndex(({ from, id }) => from <= alpha && id === label);
  const following = segments[index + 1];
  if (label !== next) {
    const from = segments[index]?.from ?? 0;
    return { kind: 'differs', word: label, alpha: from > 0 ? from : null };
  }
  const isWithin = index >= 0 && following !== undefined && following.from < settingFields.alpha.max;
  return isWithin ? { kind: 'keeps', word: following.id, alpha: following.from } : { kind: 'same' };
}
