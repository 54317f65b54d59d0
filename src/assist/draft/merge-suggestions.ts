/** One dictionary from what a model said of each portion (arXiv 2310.02238, section 2.2). */
import { groupBy } from '../../base/group';
import { mergeDrafts, prune, type Pruned } from '../../text/dictionary-drafts';
import { foldTerm } from '../../text/fold';
import { TermIndex } from '../../text/term-index';
import { mostFrequent } from '../../review/task';
import type { ReadTerm } from './read-terms';
import type { SuggestedEntry } from './suggested-entry';

export interface PortionTerms {
  readonly text: string;
  readonly terms: readonly ReadTerm[];
}

export interface Merged {
  /** In order of first appearance. */
  readonly entries: readonly SuggestedEntry[];
  /** Those that others cover: “X’s” of a term X, and those all of whose words are terms. */
  readonly covered: Pruned<SuggestedEntry>['dropped'];
  /** Terms whose translations are all terms of the text themselves. */
  readonly untranslated: readonly string[];
}

/** `by`: the model. Every term has all its different translations, and the kind that it was given most often. */
export function mergeSuggestions(portions: readonly PortionTerms[], by: string): Merged {
  const all = portions.flatMap(({ terms }) => terms);
  const kinds = groupBy(all, ({ term }) => foldTerm(term));
  const named = countBy(portions.map(({ terms }) => new Set(terms.map(({ term }) => foldTerm(term)))));
  const texts = portions.map(({ text }) => occurrencesIn(text, kinds.keys()));
  const within = countBy(texts.map((counts) => new Set(counts.keys())));
  const entries = mergeDrafts(portions.map(({ terms }) => terms)).map((one): SuggestedEntry => {
    const key = foldTerm(one.term);
    const kind = mostFrequent((kinds.get(key) ?? []).map((other) => other.kind)) ?? one.kind;
    const count = texts.reduce((sum, counts) => sum + (counts.get(key) ?? 0), 0);
    const score = Math.min(1, (named.get(key) ?? 0) / Math.max(1, within.get(key) ?? 0));
    return {
      ...{ term: one.term, kind, translations: one.translations, provenance: 'drafted', count },
      sources: [{ by, score }],
    };
  });
  const { kept, untranslated } = generic(entries);
  const pruned = prune(kept);
  return { entries: pruned.kept, covered: pruned.dropped, untranslated };
}

/** Without translations that are terms themselves: they would bring one name of the text in for another. */
export function generic(entries: readonly SuggestedEntry[]): {
  readonly kept: readonly SuggestedEntry[];
  readonly untranslated: readonly string[];
} {
  const terms = new Set(entries.map(({ term }) => foldTerm(term)));
  const kept: SuggestedEntry[] = [];
  const untranslated: string[] = [];
  for (const entry of entries) {
    const [first, ...rest] = entry.translations.filter((one) => !terms.has(foldTerm(one)));
    if (first === undefined) untranslated.push(entry.term);
    else kept.push({ ...entry, translations: [first, ...rest] });
  }
  return { kept, untranslated };
}

/** In how many of the sets each key is. */
function countBy(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const key of set) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How often each folded term is in a text; those that are not there are left out. */
function occurrencesIn(text: string, keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  const index = new TermIndex(Array.from(keys, (key) => [key, key] as const));
  for (const { value } of index.all(text)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
