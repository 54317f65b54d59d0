/**
 * A text of the user's in place of a data set's forget set: its dictionary, and prompts made from it. The rest of the
 * data set (retain set, held-out text, neighbour set, tasks) still measures what else a model can do.
 */
import { fail } from './error-catalogue';
import { checkDictionary, type Dictionary } from '../text/dictionary';
import { promptsFrom } from '../text/prompts-from-text';
import type { Dataset, Text } from './dataset';

export interface OwnTexts {
  readonly forget: Text;
  readonly dictionary: Dictionary;
}

/** Prompts made from the text. */
const PROMPTS = 40;

/** @throws LetheError file/invalid, dictionary/invalid for an invalid text or dictionary */
export function withOwnTexts(dataset: Dataset, { forget, dictionary: entries }: OwnTexts): Dataset {
  if (forget.passages.length === 0)
    fail('file/invalid', { path: forget.title, expected: 'at least one passage', got: 'none' });
  const dictionary = checkDictionary(entries);
  const terms = dictionary.map(({ term }) => term);
  const prompts = promptsFrom(forget.passages, terms, PROMPTS).map(({ prompt, references }) => ({
    prompt,
    references: [...references],
  }));
  return { ...dataset, split: null, forget, dictionary, prompts };
}
