/**
 * Terms that name the same entity: "Harry", "Potter" and "Harry Potter". Drawn together, they get the translations at the
 * same index of their lists, so that "Harry" → "Jon" is consistent with "Harry Potter" → "Jon Carter".
 */
import { append } from '../base/append';
import type { Dictionary } from './dictionary';
import { foldTerm } from './fold';

/** The dictionary with terms grouped into entities: those that contain one another as whole words. */
export function groupEntities(dictionary: Dictionary): Dictionary {
  const terms = new Map(dictionary.map(({ term }) => [foldTerm(term), term]));
  const links = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    const others = links.get(from) ?? [];
    others.push(to);
    links.set(from, others);
  };
  for (const { term } of dictionary) {
    for (const part of partsOf(foldTerm(term))) {
      const other = terms.get(part);
      if (other === undefined) continue;
      link(term, other);
      link(other, term);
    }
  }
  const entities = new Map<string, string>();
  for (const { term: entity } of dictionary) {
    const open = [entity];
    for (let term = open.pop(); term !== undefined; term = open.pop()) {
      if (entities.has(term)) continue;
      entities.set(term, entity);
      append(open, links.get(term) ?? []);
    }
  }
  return dictionary.map((entry) => ({ ...entry, entity: entities.get(entry.term) ?? entry.term }));
}

/** Longer terms are phrases, not names. */
const MOST_WORDS = 12;

/** Every shorter sequence of whole words in a term. */
function partsOf(term: string): string[] {
  const words = term.split(' ');
  if (words.length > MOST_WORDS) return [];
  return words.flatMap((_, start) =>
    words.slice(start).flatMap((__, more) => {
      const count = more + 1;
      return count < words.length ? [words.slice(start, start + count).join(' ')] : [];
    }),
  );
}
