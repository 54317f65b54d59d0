/**
 * Dictionaries as files: JSON `{ "term": "translation" | ["translation", …] }`; CSV with the columns `term` and
 * `translation` and a row per translation; or drafts as the paper’s authors released theirs, a list of objects that give
 * each term one translation, `[{ "term": "translation" }, …]`, which is JSON and a Python literal alike.
 */
import { parseCsv, writeCsv } from '../base/csv';
import { append } from '../base/append';
import { quoted } from '../base/errors';
import { largest } from '../base/extremes';
import { fail } from './errors';
import { jsonMembers, jsonObjects, type RefuseJson } from '../base/json-members';
import { createDictionary, normalized, type Dictionary, type RawEntry } from './dictionary';

export const dictionaryFormats = ['json', 'csv', 'drafts'] as const;
export type DictionaryFormat = (typeof dictionaryFormats)[number];

/** Most characters of a file: thirty times the dictionary that the paper's authors released. */
export const MOST_CHARACTERS = 2 ** 21;

/** @throws LetheError dictionary/invalid naming the line or the term that does not fit */
export function readDictionary(text: string, format: DictionaryFormat): Dictionary {
  if (text.length > MOST_CHARACTERS) {
    return refuse('the whole file', `at most ${MOST_CHARACTERS} characters`, `${text.length} of them`);
  }
  return createDictionary(readers[format](text.replace(/^\uFEFF/, '')));
}

/** A file that `readDictionary` reads as the same dictionary. */
export function writeDictionary(dictionary: Dictionary, format: DictionaryFormat): string {
  return inputs[format](dictionary);
}

const atLine: RefuseJson = (line, expected, got) => refuse(`line ${line}`, expected, got);

const readers: Readonly<Record<DictionaryFormat, (text: string) => RawEntry[]>> = {
  json: (text) =>
    text.trimStart().startsWith('[')
      ? readDrafts(text)
      : jsonMembers(text, atLine).map(({ key: term, value, line }) => ({
          term,
          value,
          where: `line ${line}, ${named(term)}`,
        })),
  csv: readRows,
  drafts: readDrafts,
};

/** Not JSON.stringify: an object would not keep the order of numeric keys. */
const inputs: Readonly<Record<DictionaryFormat, (dictionary: Dictionary) => string>> = {
  json(dictionary) {
    const members = dictionary.map(({ term, translations }) => {
      const [only, ...others] = translations;
      return ` ${JSON.stringify(term)}: ${JSON.stringify(others.length === 0 ? only : translations)}`;
    });
    return members.length === 0 ? '{}\n' : `{\n${members.join(',\n')}\n}\n`;
  },
  csv: (dictionary) =>
    writeCsv([
      ['term', 'translation'],
      ...dictionary.flatMap(({ term, translations }) => translations.map((one) => [term, one])),
    ]),
  drafts(dictionary) {
    const most = largest(
      dictionary.map(({ translations }) => translations.length),
      0,
    );
    const drafts = Array.from({ length: most }, (_, draft) => {
      const members = dictionary.flatMap(({ term, translations }) => {
        const one = translations[draft];
        return one === undefined ? [] : [`  ${JSON.stringify(term)}: ${JSON.stringify(one)}`];
      });
      return ` {\n${members.join(',\n')}\n }`;
    });
    return drafts.length === 0 ? '[]\n' : `[\n${drafts.join(',\n')}\n]\n`;
  },
};

/** A term has the translations of all drafts, in their order. */
function readDrafts(text: string): RawEntry[] {
  const terms = new Map<string, { term: string; value: unknown[]; where: string; draft: number }>();
  for (const [draft, members] of jsonObjects(text, atLine).entries())
    for (const { key: term, value, line } of members) {
      const where = `line ${line}, ${named(term)}`;
      const known = terms.get(normalized(term)) ?? { term, value: [], where, draft: -1 };
      if (known.draft === draft)
        refuse(where, 'every term once in a draft', `the same one as in ${known.where}`);
      append(known.value, Array.isArray(value) ? (value as unknown[]) : [value]);
      terms.set(normalized(term), { ...known, draft });
    }
  return [...terms.values()];
}

/** Rows with the same term are alternatives. Other columns, such as notes, are ignored. */
function readRows(text: string): RawEntry[] {
  const [header, ...rows] = parseCsv(text);
  const names = (header?.fields ?? []).map((name) => normalized(name).toLowerCase());
  const [termColumn, translationColumn] = [names.indexOf('term'), names.indexOf('translation')];
  if (termColumn < 0 || translationColumn < 0)
    refuse('line 1', 'the columns term and translation', quoted(header?.fields.join(',') ?? '', MOST_SHOWN));
  const terms = new Map<string, { term: string; value: string[]; where: string }>();
  for (const { line, fields, problem } of rows) {
    const [term = '', translation = ''] = [fields[termColumn], fields[translationColumn]];
    const where = `line ${line}, ${named(term)}`;
    if (problem === 'quotes') refuse(where, 'closed quotation marks', 'an open one');
    if (fields.length > names.length)
      refuse(
        where,
        `${names.length} cells, with quotes around cells that contain commas`,
        `${fields.length}`,
      );
    if (/[\r\n]/.test(term + translation)) refuse(where, 'one line', 'several: is a quote missing?');
    const entry = terms.get(normalized(term)) ?? { term, value: [], where };
    if (entry.value.some((one) => normalized(one) === normalized(translation)))
      refuse(where, 'every translation once', `"${quoted(translation, MOST_SHOWN)}" as in ${entry.where}`);
    entry.value.push(translation);
    terms.set(normalized(term), entry);
  }
  return [...terms.values()];
}

/** Most characters of a term that a message quotes. */
const MOST_SHOWN = 60;

const named = (term: string): string => `term "${quoted(term, MOST_SHOWN)}"`;

function refuse(where: string, expected: string, got: string): never {
  return fail('dictionary/invalid', { where, expected, got });
}
