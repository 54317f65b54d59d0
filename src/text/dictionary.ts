/** The dictionary: anchor terms of the forget set and their generic translations. */
import { fail } from './errors';
import { foldTerm } from './fold';

export interface DictionaryEntry {
  readonly term: string;
  /** At least one. */
  readonly translations: readonly [string, ...string[]];
  /** Names the entity: terms of the same entity can draw translations together. Default: the term itself */
  readonly entity?: string;
  /** Who found the term, if programs did. Default: not known */
  readonly sources?: readonly TermSource[];
}

export interface TermSource {
  /** such as the name of a model */
  readonly by: string;
  /** its certainty, 0 … 1 */
  readonly score: number;
}

/** Entries in order; terms and translations are normalised, and terms are unique. */
export type Dictionary = readonly DictionaryEntry[];

/** An entry as it was read, not yet checked. */
export interface RawEntry {
  readonly term: string;
  /** a translation or a list of them */
  readonly value: unknown;
  /** for messages: the line or the term */
  readonly where: string;
}

/** Makes texts equal that look alike: composed characters (NFC), trimmed, white space as single spaces. */
export function normalized(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/**
 * A dictionary of entries from outside.
 * @throws LetheError dictionary/invalid naming the entry that is empty, invalid or a duplicate
 */
export function createDictionary(raw: readonly RawEntry[]): Dictionary {
  const places = new Map<string, string>();
  return raw.map((entry) => {
    const checked = checkEntry(entry);
    const earlier = places.get(checked.term);
    if (earlier !== undefined) {
      fail('dictionary/invalid', {
        where: entry.where,
        expected: 'every term once',
        got: `the same one as in ${earlier}`,
      });
    }
    places.set(checked.term, entry.where);
    return checked;
  });
}

/** The dictionary, normalised and checked again, such as after edits. @throws LetheError dictionary/invalid */
export function checkDictionary(entries: Dictionary): Dictionary {
  const checked = createDictionary(
    entries.map(({ term, translations }) => ({ term, value: [...translations], where: `term "${term}"` })),
  );
  return checked.map((entry, i) => {
    const sources = entries[i]?.sources;
    return sources ? { ...entry, sources } : entry;
  });
}

/**
 * Reads the value `{ "term": "translation" | ["translation", …] }`.
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
  return createDictionary(
    Object.entries(json).map(([term, value]: [string, unknown]) => ({
      term,
      value,
      where: `term "${term}"`,
    })),
  );
}

function checkEntry({ term: written, value, where }: RawEntry): DictionaryEntry {
  const term = normalized(written);
  if (foldTerm(term) === '') fail('dictionary/invalid', { where, expected: 'a term', got: 'an empty one' });
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const translations = list.map((item) =>
    typeof item === 'string' && item.trim() !== ''
      ? normalized(item)
      : fail('dictionary/invalid', { where, expected: 'translations that are not empty', got: kindOf(item) }),
  );
  const [first, ...rest] = new Set(translations);
  if (first === undefined)
    return fail('dictionary/invalid', { where, expected: 'a translation', got: 'an empty list' });
  return { term, translations: [first, ...rest] };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'an empty text';
  return value === null ? 'null' : typeof value;
}
