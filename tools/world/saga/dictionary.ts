/** The saga's anchor terms with their generic translations, and a draft with typical faults. */
import { lines, table } from '../lines';

const kinds = ['person', 'place', 'thing'] as const;
type Kind = (typeof kinds)[number];

export interface Term {
  readonly kind: Kind;
  readonly term: string;
  /** Two or more. */
  readonly translations: readonly string[];
}

export const terms: readonly Term[] = table('saga/terms.txt').map(([word, term = '', ...translations]) => {
  const kind = kinds.find((known) => known === word);
  if (kind === undefined || translations.length < 2) throw new Error(`saga/terms.txt: not an entry: ${term}`);
  return { kind, term, translations };
});

/** `{ term: [translation, …] }` */
export const dictionary: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  terms.map(({ term, translations }) => [term, translations]),
);

/** The dictionary as a model might draft it, to be reviewed: with missing terms and common words. */
export function draftedDictionary(): Record<string, readonly string[]> {
  const missing = new Set<string>();
  const added: [string, string[]][] = [];
  for (const line of lines('saga/drafted.txt')) {
    const [term = '', translation = ''] = line
      .slice(2)
      .split('|')
      .map((part) => part.trim());
    if (line.startsWith('-')) missing.add(term);
    else added.push([term, [translation]]);
  }
  const kept = Object.entries(dictionary).filter(([term]) => !missing.has(term));
  return Object.fromEntries([...kept, ...added]);
}
