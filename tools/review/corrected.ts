/** The draft dictionary, corrected through the review by an annotator who decides every term correctly. */
import { dictionaryFrom } from '../../src/review/anchors/dictionary';
import { applyEverywhere, type TermEdit } from '../../src/review/anchors/everywhere';
import { anchorItems, type Draft, type KindedEntry } from '../../src/review/anchors/items';
import { loneTerms } from '../../src/review/anchors/lone-terms';
import { cutPassages } from '../../src/review/anchors/passages';
import { decide, startReview } from '../../src/review/review';
import type { Dictionary } from '../../src/text/dictionary';

export interface Corrections {
  readonly dictionary: Dictionary;
  /** Terms of the draft that are not anchor terms; `added`: anchor terms that it lacks. */
  readonly rejected: number;
  readonly added: number;
}

/** Rejects terms that `truth` lacks and adds those that only it has; shared entries stay as drafted. */
export function correctedDraft(
  texts: readonly string[],
  drafted: readonly KindedEntry[],
  truth: readonly KindedEntry[],
): Corrections {
  const draft: Draft = { entries: drafted, by: 'shipped draft' };
  const isIn = (list: readonly KindedEntry[], term: string): boolean => list.some((one) => one.term === term);
  const rejected = drafted.filter(({ term }) => !isIn(truth, term));
  const added = truth.filter(({ term }) => !isIn(drafted, term));
  const edits: readonly (readonly [string, TermEdit])[] = [
    ...rejected.map(({ term }) => [term, { kind: 'reject' }] as const),
    ...added.map(
      ({ term, kind, translations }) => [term, { kind: 'mark', meaning: { kind, translations } }] as const,
    ),
  ];
  const passages = anchorItems(cutPassages(texts), draft);
  const review = edits.reduce(
    (now, [term, edit]) => decide(now, applyEverywhere(now, term, edit, { annotator: 'truth', at: null })),
    startReview([...passages, ...loneTerms(passages, draft)]),
  );
  const { entries } = dictionaryFrom(draft, review, 'majority');
  const dictionary = entries.map(({ term, translations }) => ({ term, translations }));
  return { dictionary, rejected: rejected.length, added: added.length };
}
