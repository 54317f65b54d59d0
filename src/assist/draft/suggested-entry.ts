/** A dictionary entry that a model suggested, with where it came from. */
import type { KindedEntry } from '../../review/anchors/items';

export interface SuggestedEntry extends KindedEntry {
  readonly provenance: 'drafted';
  /** The model that suggested it. */
  readonly by: string;
  /** Occurrences in the text. */
  readonly count: number;
  /** 0 … 1: the share of the portions with the term in which the model named it. */
  readonly certainty: number;
}
