/** The terms that texts show: the listed one, however the text writes it. */
import { normalized } from './dictionary';
import { foldTerm } from './fold';

/** Names the term of a part of a text: as it is listed, or else as it was written first. */
export function termNames(listed: Iterable<string>): (written: string) => string {
  const names = new Map<string, string>();
  const nameOf = (written: string): string => {
    const key = foldTerm(written);
    const name = names.get(key) ?? normalized(written);
    names.set(key, name);
    return name;
  };
  for (const term of listed) nameOf(term);
  return nameOf;
}
