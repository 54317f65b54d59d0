/** Texts that a real model has read about, with their dictionaries and questions, from lessons.json beside the page. */
import { fromEntries } from '../../base/records';
import { languages } from '../../base/languages';
import { v, validate } from '../../base/schema';
import { fail } from '../../files/errors';
import { readJson, type FileSource } from '../../files/source';

const inEachLanguage = v.object(fromEntries(languages.map((code) => [code, v.string()] as const)));

const schema = v.array(
  v.object({
    title: inEachLanguage,
    /** what it holds, in one sentence */
    about: inEachLanguage,
    /** folder of its data set */
    world: v.string(),
  }),
);

export type Lesson = v.InferOutput<typeof schema>[number];

/** @throws LetheError file/missing, file/invalid */
export async function loadLessons(source: FileSource): Promise<readonly Lesson[]> {
  const path = 'lessons.json';
  return validate(schema, await readJson(source, path), ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
}
