/** The texts of a run: those of tools/real/texts, with the user’s files in place of some. */
import { diskSource } from '../../src/files/disk-source';
import type { FileSource } from '../../src/files/source';
import { v } from '../../src/base/schema';
import type { ExpectedText } from '../../src/evaluate/continuation-probability';
import { readDictionary } from '../../src/text/dictionary-file';
import { clozeQuestions } from '../../src/text/cloze';
import { passagesOf } from '../../src/text/reading/passages';
import { readUtf8, type Options } from './options';

/** The folder of the short texts, to be loaded as a data set. */
export const TEXTS = 'tools/real/texts';

/** The folder of the lesson in the built page, and below `public` on disk. */
export const LESSON = 'lessons/whos-harry-potter';

/** The files of a data set. */
export const textFiles = ['forget.json', 'retain.json', 'everyday.json', 'dictionary.json', 'prompts.json'];

const continuation = v.object({ prompt: v.string(), expected: v.string() });

/** Files on disk by any path, and the user’s texts in place of those below `TEXTS`. */
export function textSource({ text, dictionary, retain, neutral }: Options['files']): FileSource {
  const files = new Map<string, unknown>();
  if (retain !== undefined) files.set(`${TEXTS}/retain.json`, asText(retain));
  if (neutral !== undefined) files.set(`${TEXTS}/everyday.json`, asText(neutral));
  if (text !== undefined && dictionary !== undefined) {
    const entries = readDictionary(readUtf8(dictionary), dictionary.endsWith('.csv') ? 'csv' : 'json');
    const forget = asText(text);
    files.set(`${TEXTS}/forget.json`, forget);
    files.set(
      `${TEXTS}/dictionary.json`,
      Object.fromEntries(entries.map((one) => [one.term, one.translations])),
    );
    files.set(`${TEXTS}/prompts.json`, clozeQuestions(forget.passages, entries, { most: ASKED, seed: 1 }));
  }
  const disk = diskSource('');
  return {
    ...disk,
    read(path) {
      const own = files.get(path);
      return own === undefined
        ? disk.read(path)
        : Promise.resolve(new TextEncoder().encode(JSON.stringify(own)));
    },
  };
}

/** Cloze questions made from a text. */
const ASKED = 5;

const asText = (path: string) => ({ title: path, passages: passagesOf(readUtf8(path)) });

/** What is measured: the user’s continuations, and always those of the default text’s first sentence. */
export function continuationsOf({ continuations }: Options['files']): ExpectedText[] {
  const read = (path: string): ExpectedText[] => v.parse(v.array(continuation), JSON.parse(readUtf8(path)));
  const standard = read(`${TEXTS}/continuations.json`);
  return continuations === undefined ? standard : [...standard.slice(0, 1), ...read(continuations)];
}
