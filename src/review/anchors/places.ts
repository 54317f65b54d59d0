/** How often a term occurs in the passages of a review. */
import { perObject } from '../../base/per-object';
import type { AnchorItem } from '../tasks/anchors';
import { isLoneTerm } from './lone-terms';
import { occurrencesOf } from './words';

/** The counts so far for a list of items: counting one term reads all texts, and the queue asks at every key press. */
const countsIn = perObject((_items: readonly AnchorItem[]) => new Map<string, number>());

export function countPlaces(items: readonly AnchorItem[], term: string): number {
  const counts = countsIn(items);
  const known = counts.get(term);
  if (known !== undefined) return known;
  const passages = items.filter((item) => !isLoneTerm(item));
  const count = passages.reduce((sum, { data }) => sum + occurrencesOf(data.text, term).length, 0);
  counts.set(term, count);
  return count;
}
