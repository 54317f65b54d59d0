/** The dictionary: anchor terms of the forget text and their generic translations. */
import { fail } from '../base/errors';

export interface DictionaryEntry {
  readonly term: string;
  /** At least one. */
  readonly translations: readonly [string, ...string[]];
}

export type Dictionary = readonly DictionaryEntry[];

/**
 * Reads `{ "term": "translation" | ["translation", …] }`.
 * @throws LetheError dictionary/invalid naming the term that does not fit
 */
export function parseDictionary(json: unknown): Dictionary {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return fail('dictionary/invalid', {
      where: 'the whole file',
      expected: 'an object of terms',
      got: kindOf(json),
    });
  }
  return Object.entries(json).map(([term, value]: [string, unknown]) => parseEntry(term, value));
}

function parseEntry(term: string, value: unknown): DictionaryEntry {
  const where = `term "${term}"`;
  if (term.trim() === '')
    fail('dictionary/invalid', { where, expected: 'a term with letters', got: 'an empty one' });
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const translations = list.map((item) =>
    typeof item === 'string' && item.trim() !== ''
      ? item
      : fail('dictionary/invalid', { where, expected: 'translations that are not empty', got: kindOf(item) }),
  );
  const [first, ...rest] = translations;
  if (first === undefined)
    return fail('dictionary/invalid', { where, expected: 'a translation', got: 'an empty list' });
  return { term, translations: [first, ...rest] };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === '') return 'an empty text';
  return value === null ? 'null' : typeof value;
}
