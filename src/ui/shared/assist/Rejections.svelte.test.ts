import { render } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { readTerms } from '../../../assist/draft/read-terms';
import { assist } from '../../i18n/en/assist';
import { addEnglish, setLanguage } from '../../i18n/i18n.svelte';
import Rejections from './Rejections.svelte';

addEnglish({ assist });
afterEach(() => setLanguage('en'));

/** What the page lists, in the language in use. */
function listed(): string[] {
  const said = JSON.stringify({
    terms: [{ term: 'Mira', translations: ['Mira Quill'] }, { term: 7 }, 'Mira'],
  });
  const { rejected } = readTerms(`${said} {"a": 1, "a": 2} [`);
  const draft = {
    rejected: [
      ...rejected,
      { item: 'Sherlock', because: 'absent', detail: null } as const,
      { item: 'Anna', because: 'translations', detail: { code: 'terms-themselves', params: {} } } as const,
    ].map((one) => ({ ...one, passage: 0 })),
    covered: [],
    untranslated: ['Farholm'],
    moved: [],
    exact: 0,
  };
  const { container } = render(Rejections, { draft });
  return [...container.querySelectorAll('li')].map(({ textContent }) => textContent.trim());
}

test('in English, each suggestion is listed with the reason and the detail', () => {
  expect(listed()).toMatchInlineSnapshot(`
    [
      "{"a": 1, "a": 2}: no JSON (the key "a" is there twice)",
      "{"terms":[{"term":"Mira","translations":["Mira Quill"]},{"term":7},"Mira"]} {"a": 1, "a": 2} [: no JSON (it is cut off)",
      "{"term":"Mira","translations":["Mira Quill"]}: no translation that could take its place (expected generic ones other than the term)",
      "{"term":7}: not in the form asked for (term: expected string, got 7)",
      ""Mira": not in the form asked for (an item: expected Object, got "Mira")",
      "Sherlock: not in the passage",
      "Anna: no translation that could take its place (they are terms themselves)",
      "Farholm: no translation that could take its place",
    ]
  `);
});

test('in Chinese, the details are Chinese, and colons and brackets as wide as a letter', async () => {
  await setLanguage('zh');
  expect(listed()).toMatchInlineSnapshot(`
    [
      "{"a": 1, "a": 2}：不是 JSON（键“a”出现了两次）",
      "{"terms":[{"term":"Mira","translations":["Mira Quill"]},{"term":7},"Mira"]} {"a": 1, "a": 2} [：不是 JSON（被截断）",
      "{"term":"Mira","translations":["Mira Quill"]}：没有可以代替它的替换词（需要不含该术语的通用替换词）",
      "{"term":7}：不符合要求的格式（“term”：需要 string，得到 7）",
      ""Mira"：不符合要求的格式（条目：需要 Object，得到 "Mira"）",
      "Sherlock：该段中没有",
      "Anna：没有可以代替它的替换词（它们本身就是术语）",
      "Farholm：没有可以代替它的替换词",
    ]
  `);
});
