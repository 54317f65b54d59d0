/** The lesson: its texts, its dictionary and its items fit each other. */
import { describe, expect, test } from 'vitest';
import { loadQuestions } from '../../src/evaluate/questions';
import { splits } from '../../src/evaluate/split';
import { diskSource } from '../../src/files/disk-source';
import { loadDataset } from '../../src/lab/dataset';
import { LESSON } from './texts';

const source = diskSource('public');
const loaded = await Promise.all(
  splits.map(async (split) => ({
    split,
    dataset: await loadDataset(source, LESSON, split),
    questions: await loadQuestions(source, LESSON, split),
  })),
);
const [development, items] = loaded;
if (!development || !items) throw new Error('expected two splits');
const { forget, retain, dictionary } = items.dataset;
const text = forget.passages.join('\n');
const others = [retain, items.dataset.heldOut, development.dataset.heldOut].flatMap(
  ({ passages }) => passages,
);
const kept = retain.passages.join('\n');
const wordsOf = (passages: readonly string[]): number => passages.join(' ').split(/\s+/).length;
/** Whether a term, which holds no sign of patterns, stands in a text as a word of its own. */
const holds = (where: string, term: string): boolean =>
  new RegExp(`(?<!\\p{L})${term}(?!\\p{L})`, 'u').test(where);

test('the text has 3,000 to 5,000 words, and the texts beside it are long enough to train and to measure on', () => {
  expect(wordsOf(forget.passages)).toBeGreaterThan(3000);
  expect(wordsOf(forget.passages)).toBeLessThan(5000);
  expect(wordsOf(retain.passages)).toBeGreaterThan(5000);
});

describe('the dictionary', () => {
  test('has more than 120 terms, each with several translations, all in the text and in no other', () => {
    expect(dictionary.length).toBeGreaterThan(120);
    for (const { term, translations } of dictionary) {
      expect(new Set(translations).size, term).toBeGreaterThan(1);
      expect(holds(text, term), term).toBe(true);
      expect(
        others.filter((other) => holds(other, term)),
        term,
      ).toEqual([]);
    }
  });

  test('has translations whose first words differ: after one, the first token of each is forbidden as a label', () => {
    for (const { term, translations } of dictionary)
      expect(new Set(translations.map((one) => one.split(' ')[0])).size, term).toBe(translations.length);
  });

  test('translates no term by another', () => {
    const terms = new Set(dictionary.map(({ term }) => term));
    expect(dictionary.flatMap(({ translations }) => translations).filter((one) => terms.has(one))).toEqual(
      [],
    );
  });
});

describe.each(loaded)('the $split items', ({ split, dataset, questions }) => {
  test('are prompts about the text that do not stand in it, and others whose names are not in the retain text', () => {
    expect(dataset.split).toBe(split);
    expect(questions.prompts.length).toBe(split === 'test' ? 60 : 74);
    expect(questions.neighbourSet.length).toBe(split === 'test' ? 40 : 84);
    expect(questions.prompts.filter(({ prompt }) => text.includes(prompt))).toEqual([]);
    for (const { prompt, references } of questions.neighbourSet) {
      const whole = `${prompt} ${references.join(' ')}`;
      expect(dictionary.filter(({ term }) => holds(whole, term))).toEqual([]);
      expect(others.filter((other) => other.includes(prompt))).toEqual([]);
      const name = prompt.split(' ').at(-1) ?? '';
      const told = references.map((reference) => (/^\p{Lu}/u.test(name) ? `${name} ${reference}` : prompt));
      expect(told.filter((one) => holds(kept, one))).toEqual([]);
    }
  });
});

test('no prompt is in both splits', () => {
  const prompts = loaded.flatMap(({ questions: { prompts: about, neighbourSet } }) =>
    [...about, ...neighbourSet].map(({ prompt }) => prompt),
  );
  expect(new Set(prompts).size).toBe(prompts.length);
  expect(items.dataset.heldOut).not.toEqual(development.dataset.heldOut);
});
