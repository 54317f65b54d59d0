/** The saga's anchor terms with their generic translations, and a draft with typical faults. */
import { lines } from '../lines';
import { dictionaryOf, readTerms } from '../terms';

export const terms = readTerms('saga/terms.txt');
export const dictionary: Readonly<Record<string, readonly string[]>> = dictionaryOf(terms);

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
