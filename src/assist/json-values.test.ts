import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonValuesIn } from './json-values';

test.each([
  ['{"a": 1}', [{ a: 1 }]],
  ['```json\n{"a": [1, 2]}\n```', [{ a: [1, 2] }]],
  ['Sure! Here it is: [1] — and more (of 5" size): {"b": "}"} Done.', [[1], { b: '}' }]],
  ['<think>maybe {"a": 0}?</think>{"a": 1}', [{ a: 1 }]],
  ['[sic] {"a": "x]"}', [{ a: 'x]' }]],
  ['nothing', []],
] as const)('%s', (text, values) => {
  const found = jsonValuesIn(text);
  expect(found.values).toEqual(values);
});

test('of what is cut off, the parts that are whole are kept', () => {
  const found = jsonValuesIn('{"terms": [{"a": 1}, {"a": 2}, {"a": "thr');
  expect(found).toEqual({ values: [{ a: 1 }, { a: 2 }], broken: [], isCut: true });
});

test('what is no JSON between brackets is broken, with the reason', () => {
  expect(jsonValuesIn('{\'a\': 1} {"a": 1, "a": 2}')).toMatchObject({
    values: [],
    broken: [{ text: "{'a': 1}" }, { because: { code: 'key-twice', params: { key: 'a' } } }],
  });
  expect(jsonValuesIn(`${'['.repeat(200)}${']'.repeat(200)}`).broken[0]?.because).toEqual({
    code: 'too-deep',
    params: { most: '100' },
  });
});

test('every value is found again, whatever surrounds it', () => {
  const chatter = fc.string().map((text) => text.replace(/["[\]{}<]/gu, ''));
  fc.assert(
    fc.property(fc.object({ withNullPrototype: false }), chatter, chatter, (value, before, after) => {
      const text = JSON.stringify(value);
      expect(jsonValuesIn(`${before}\n${text}\n${after}`).values).toEqual([JSON.parse(text)]);
    }),
  );
});

test('any text is read in one pass', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', 'a', '\\', '\n', ' ') }),
      (text) => void jsonValuesIn(text),
    ),
  );
  for (const one of ['[', '{"a":', '"', ']', '{}', '\\"{']) jsonValuesIn(one.repeat(200_000));
});
