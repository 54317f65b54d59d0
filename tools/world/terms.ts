/** The anchor terms of a saga with their generic translations. */
import { table } from './lines';

const kinds = ['person', 'place', 'thing'] as const;
type Kind = (typeof kinds)[number];

export interface Term {
  readonly kind: Kind;
  readonly term: string;
  /** Two or more. */
  readonly translations: readonly string[];
}

/** The terms of a file with lines `kind | term | translation | …`. */
export function readTerms(path: string): Term[] {
  return table(path).map(([word, term = '', ...translations]) => {
    const kind = kinds.find((known) => known === word);
    if (kind === undefined || translations.length < 2) throw new Error(`${path}: not an entry: ${term}`);
    return { kind, term, translations };
  });
}

/** `{ term: [translation, …] }` */
export function dictionaryOf(terms: readonly Term[]): Record<string, readonly string[]> {
  return Object.fromEntries(terms.map(({ term, translations }) => [term, translations]));
}

/** `{ term: kind }` */
export function kindsOf(terms: readonly Term[]): Record<string, Kind> {
  return Object.fromEntries(terms.map(({ term, kind }) => [term, kind]));
}
