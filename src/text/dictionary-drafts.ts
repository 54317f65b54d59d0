/**
 * Merges several drafts of a dictionary (arXiv 2310.02238, section 2.2: a language model drafts one for each part of the
 * text).
 */
import type { DictionaryEntry } from './dictionary';
import { foldTerm } from './fold';

/** Every term of the drafts once, as it is written first, in order of first appearance, with all its different translations. */
export function mergeDrafts<E extends DictionaryEntry>(drafts: readonly (readonly E[])[]): readonly E[] {
  const merged = new Map<string, E>();
  for (const entry of drafts.flat()) {
    const key = foldTerm(entry.term);
    const known = merged.get(key);
    const [first, ...rest] = known?.translations ?? entry.translations;
    const others = new Set([...rest, ...entry.translations]);
    others.delete(first);
    merged.set(key, { ...(known ?? entry), translations: [first, ...others] });
  }
  return [...merged.values()];
}

/** Why an entry is redundant: it is "X’s" for a term X, or all its words are terms. */
type Redundancy = 'possessive' | 'words';

export interface Pruned<E extends DictionaryEntry = DictionaryEntry> {
  readonly kept: readonly E[];
  readonly dropped: readonly { readonly entry: E; readonly because: Redundancy }[];
}

/** Splits off the entries that other terms of the dictionary already cover. */
export function prune<E extends DictionaryEntry>(dictionary: readonly E[]): Pruned<E> {
  const terms = new Set(dictionary.map(({ term }) => foldTerm(term)));
  const judged = dictionary.map((entry) => ({ entry, because: redundancy(foldTerm(entry.term), terms) }));
  return {
    kept: judged.flatMap(({ entry, because }) => (because === null ? [entry] : [])),
    dropped: judged.flatMap(({ entry, because }) => (because === null ? [] : [{ entry, because }])),
  };
}

/** All folded. */
function redundancy(term: string, terms: ReadonlySet<string>): Redundancy | null {
  const owner = /^(.+)'s$/su.exec(term)?.[1];
  if (owner !== undefined && terms.has(owner)) return 'possessive';
  const words = term.split(' ');
  return words.length > 1 && words.every((word) => terms.has(word)) ? 'words' : null;
}
