/** A dictionary entry that a model suggested, with where it came from. */
import type { KindedEntry } from '../../review/anchors/items';
import type { TermSource } from '../../text/dictionary';

export interface SuggestedEntry extends KindedEntry {
  readonly provenance: 'drafted';
  /** The model, with the share of the portions with the term in which it named the term. */
  readonly sources: readonly [TermSource];
  /** Occurrences in the text. */
  readonly count: number;
}
