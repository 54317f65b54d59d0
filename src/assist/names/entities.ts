/** The terms that named spans give: each once, with its kind, and with the entity that it is a name of. */
import type { NamedKind } from '../../language/compromise';
import { normalized } from '../../text/dictionary';
import { foldTerm } from '../../text/fold';
import type { NamedSpan } from './spans';
import { GIVEN_NAME, SURNAME, wholeNames } from './whole-names';

export interface NamedTerm {
  readonly term: string;
  readonly kind: NamedKind;
  /** spans with this term */
  readonly count: number;
  /** mean score of its spans, 0 … 1 */
  readonly score: number;
  /** The longest name of the same person, place or thing: “Harry Potter” for “Harry”. Absent: it has no other name. */
  readonly entity?: string;
}

/** A text and the names in it. */
export interface NamedPassage {
  readonly text: string;
  readonly spans: readonly NamedSpan[];
}

/** The kinds of the tags of common data sets; everything else is a thing. */
const kinds: readonly (readonly [NamedKind, RegExp])[] = [
  ['person', /^(?:PER|PERSON|PS|NR)$/iu],
  ['person', GIVEN_NAME],
  ['person', SURNAME],
  ['place', /^(?:LOC|LOCATION|GPE|FAC|FACILITY|PLACE|NS|CITY|STATE|COUNTRY|STREET(?:_?NAME)?)$/iu],
];

export const kindOfTag = (tag: string): NamedKind => kinds.find(([, tags]) => tags.test(tag))?.[0] ?? 'thing';

/** What a name neither begins nor ends with. */
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;
const POSSESSIVE = /['’]s?$/u;

/** Terms in the order in which the text has them first. */
export function namedTerms(passages: readonly NamedPassage[]): NamedTerm[] {
  const found = new Map<
    string,
    { term: string; kinds: Map<NamedKind, number>; count: number; score: number }
  >();
  for (const { text, spans } of passages)
    for (const { start, end, tag, score } of wholeNames(text, spans)) {
      const term = cleaned(text.slice(start, end));
      if (term === null) continue;
      const key = foldTerm(term);
      const one = found.get(key) ?? { term, kinds: new Map<NamedKind, number>(), count: 0, score: 0 };
      const kind = kindOfTag(tag);
      one.kinds.set(kind, (one.kinds.get(kind) ?? 0) + score);
      one.count += 1;
      one.score += score;
      found.set(key, one);
    }
  const terms = [...found.values()].map(({ term, kinds: votes, count, score }) => ({
    term,
    kind: [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0],
    count,
    score: score / count,
  }));
  const entities = entitiesOf(terms);
  return terms.map((one): NamedTerm => {
    const entity = entities.get(one.term);
    return entity === undefined ? one : { ...one, entity };
  });
}

/** null: what is left is no name, such as a single letter. */
function cleaned(written: string): string | null {
  const term = normalized(normalized(written).replace(EDGES, '').replace(POSSESSIVE, ''));
  const length = Array.from(term).length;
  return /\p{L}/u.test(term) && (length > 1 || /\p{Script=Han}/u.test(term)) ? term : null;
}

/**
 * The longest name of each entity that has several. A name belongs to a longer one of its kind that has all its words
 * and begins or ends alike, if there is only one: “Weasley” alone belongs to none of the Weasleys.
 */
function entitiesOf(
  terms: readonly { readonly term: string; readonly kind: NamedKind }[],
): Map<string, string> {
  const wordsOf = (term: string): string[] => foldTerm(term).split(' ');
  const words = terms.map(({ term, kind }) => ({ term, kind, words: wordsOf(term) }));
  const parents = new Map<string, string>();
  for (const short of words) {
    const longer = words.filter(
      (long) =>
        long.kind === short.kind &&
        long.words.length > short.words.length &&
        short.words.every((word) => long.words.includes(word)) &&
        (short.words[0] === long.words[0] || short.words.at(-1) === long.words.at(-1)),
    );
    // “Harry James Potter” and “Harry Potter” are one, if the longer has all words of the other.
    const longest = longer.reduce((best, one) => (one.words.length > best.words.length ? one : best), short);
    if (longer.length > 0 && longer.every((one) => one.words.every((word) => longest.words.includes(word))))
      parents.set(short.term, longest.term);
  }
  const topOf = (term: string): string => {
    const parent = parents.get(term);
    return parent === undefined ? term : topOf(parent);
  };
  const entities = new Map<string, string>();
  for (const term of parents.keys()) {
    entities.set(term, topOf(term));
    entities.set(topOf(term), topOf(term));
  }
  return entities;
}
