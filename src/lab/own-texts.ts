/**
 * A text of the user's in place of a data set's forget set: its dictionary, and cloze questions made from both. The rest
 * of the data set (retain set, held-out text, neighbour set, tasks) still measures what else a model can do.
 */
import { fail } from './error-catalogue';
import { clozeQuestions } from '../text/cloze';
import { checkDictionary, type Dictionary } from '../text/dictionary';
import type { Dataset, Text } from './dataset';

export interface OwnTexts {
  readonly forget: Text;
  readonly dictionary: Dictionary;
}

/** Cloze questions, and the seed of their choice: they are items of the text, and so the same in every run. */
const QUESTIONS = { most: 40, seed: 1 };

/** @throws LetheError file/invalid, dictionary/invalid for an invalid text or dictionary */
export function withOwnTexts(dataset: Dataset, { forget, dictionary: entries }: OwnTexts): Dataset {
  if (forget.passages.length === 0)
    fail('file/invalid', { path: forget.title, expected: 'at least one passage', got: 'none' });
  const dictionary = checkDictionary(entries);
  return { ...dataset, split: null, forget, dictionary, prompts: questionsAbout(forget, dictionary) };
}

/** What is asked about a text of the user's. */
export function questionsAbout({ passages }: Text, dictionary: Dictionary): Dataset['prompts'] {
  return clozeQuestions(passages, dictionary, QUESTIONS).map(({ prompt, references }) => ({
    prompt,
    references: [...references],
  }));
}
