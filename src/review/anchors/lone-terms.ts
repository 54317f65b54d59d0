/**
 * Terms of a draft that no passage shows: they occur nowhere in the text, or only inside longer terms. Reviewers would
 * never see them, so each is a separate item whose text is the term.
 */
import { foldTerm } from '../../text/fold';
import type { AnchorItem } from '../tasks/anchors';
import type { Draft } from './items';

const PREFIX = 'term ';

/** An item per entry that is a span in none of `items`, with stable ids. */
export function loneTerms(items: readonly AnchorItem[], { entries, by, certaintyOf }: Draft): AnchorItem[] {
  const shown = new Set(
    items.flatMap(({ data, suggestion }) =>
      (suggestion?.answer.spans ?? []).map(({ start, end }) => foldTerm(data.text.slice(start, end))),
    ),
  );
  return entries
    .filter(({ term }) => !shown.has(foldTerm(term)))
    .map(({ term, kind, translations }) => {
      const id = `${PREFIX}${term}`;
      const span = { start: 0, end: term.length, kind, translations, status: 'drafted' as const };
      const answer = { spans: [span], isComplete: false };
      return {
        id,
        data: { text: term, blockId: id },
        suggestion: { answer, certainty: certaintyOf?.(term) ?? 0.5, by },
        golden: null,
      };
    });
}

/** Whether an item is a term without a passage. */
export function isLoneTerm({ id }: Pick<AnchorItem, 'id'>): boolean {
  return id.startsWith(PREFIX);
}
