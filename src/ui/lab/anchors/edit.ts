/** Changes to a dictionary by hand or by file. Each gives a new one, checked as a whole; the old one stays as it was. */
import { fail } from '../../../text/errors';
import { checkDictionary, type Dictionary } from '../../../text/dictionary';
import { mergeDrafts } from '../../../text/dictionary-drafts';
import { MOST_CHARACTERS, readDictionary, type DictionaryFormat } from '../../../text/dictionary-file';
import { textOfFile } from '../../browser/text-of-file';

/** What an import does to the dictionary in use: adds missing terms, or replaces it. */
export const importModes = ['merge', 'replace'] as const;
export type ImportMode = (typeof importModes)[number];

/** With other translations of `term`. @throws LetheError dictionary/invalid if there are none */
export function retranslated(
  dictionary: Dictionary,
  term: string,
  translations: readonly string[],
): Dictionary {
  const place = { where: `term "${term}"`, expected: 'a translation', got: 'none' };
  const [first, ...rest] = translations;
  if (first === undefined) return fail('dictionary/invalid', place);
  return checkDictionary(
    dictionary.map((entry) => (entry.term === term ? { ...entry, translations: [first, ...rest] } : entry)),
  );
}

/** With one more term, at the beginning. @throws LetheError dictionary/invalid if it is empty or there already */
export function withTerm(dictionary: Dictionary, term: string, translations: readonly string[]): Dictionary {
  return retranslated([{ term, translations: [''] }, ...dictionary], term, translations);
}

export function withoutTerm(dictionary: Dictionary, term: string): Dictionary {
  return dictionary.filter((entry) => entry.term !== term);
}

export function imported(dictionary: Dictionary, brought: Dictionary, mode: ImportMode): Dictionary {
  return mode === 'replace' ? brought : mergeDrafts([dictionary, brought]);
}

/** JSON begins with a brace or a bracket; any other text is a table. */
export function dictionaryFormatOf(text: string): DictionaryFormat {
  return /^\uFEFF?\s*[{[]/u.test(text) ? 'json' : 'csv';
}

/** Reads a file chosen by the user. @throws LetheError dictionary/invalid naming the line or the term */
export async function readDictionaryFile(file: File): Promise<Dictionary> {
  // Checked before reading: the file may be too large for memory.
  if (file.size > 4 * MOST_CHARACTERS) {
    const [expected, got] = [`at most ${MOST_CHARACTERS} characters`, `${file.size} bytes`];
    return fail('dictionary/invalid', { where: 'the whole file', expected, got });
  }
  const text = await textOfFile(file);
  return readDictionary(text, file.name.toLowerCase().endsWith('.json') ? 'json' : dictionaryFormatOf(text));
}
