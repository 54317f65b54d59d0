import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../base/records';
import { en } from './en';
import { later } from './en/later';
import { languageTags, translations } from './translations';

/** Every text with its key: `stage.run`. */
function textsIn(area: object, path = ''): [string, string][] {
  return Object.entries(area).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[at, value] as [string, string]];
    return textsIn(typeof value === 'object' && value !== null ? value : {}, at);
  });
}

const slots = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

/** The key of the English text that a translation's text belongs to. */
const englishKey = (key: string): string => key.replace(/_(zero|one|two|few|many)$/, '_other');

/** Keys of texts that happen to be the same word as in English. */
const sameWord: Readonly<Record<keyof typeof translations, readonly string[]>> = { zh: [] };

/** Second words for a term of the glossary, each with the word in use. */
const secondWords: Readonly<Record<keyof typeof translations, Readonly<Record<string, string>>>> = {
  zh: { 锚点词: '锚定词', 锚词: '锚定词', 词表: '词典', 黄金: '参照' },
};

const english = new Map(textsIn({ ...en, ...later }));
const expected = [...english.keys()].filter((key) => !key.endsWith('_one'));

describe.each(entriesOf(translations))('the page’s texts in %s', (language, load) => {
  it('are complete, with the plural forms of the language', async () => {
    const forms = new Intl.PluralRules(languageTags[language]).resolvedOptions().pluralCategories;
    const keys = expected.flatMap((key) =>
      key.endsWith('_other') ? forms.map((form) => key.replace(/other$/, form)) : [key],
    );
    expect(
      textsIn((await load()).texts)
        .map(([key]) => key)
        .sort(),
    ).toEqual(keys.sort());
  });

  it('have the same slots as in English', async () => {
    for (const [key, text] of textsIn((await load()).texts))
      expect([key, slots(text)]).toEqual([key, slots(english.get(englishKey(key)) ?? '')]);
  });

  it('have one word for each term', async () => {
    const texts = textsIn((await load()).texts);
    for (const word of Object.keys(secondWords[language]))
      expect(texts.filter(([, text]) => text.includes(word))).toEqual([]);
  });

  it('are translated where they have words', async () => {
    const names = /\{\{.*?\}\}|WebGPU|WASM|“[^”]*”/g; // slots, and what has one name everywhere
    const same = textsIn((await load()).texts).filter(
      ([key, text]) => english.get(englishKey(key)) === text && /[a-z]{4}/i.test(text.replace(names, '')),
    );
    expect(same.map(([key]) => key)).toEqual(sameWord[language]);
  });
});
