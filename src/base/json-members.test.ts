import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonMembers } from './json-members';

const read = (text: string) =>
  jsonMembers(text, (line, expected, got) => {
    throw new Error(`line ${line}: expected ${expected}, got ${got}`);
  });

test('every object is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 2), (object, indent) => {
      const text = JSON.stringify(object, null, indent);
      const members = read(text);
      const parsed: unknown = JSON.parse(text);
      expect(Object.fromEntries(members.map(({ key, value }) => [key, value]))).toEqual(parsed);
    }),
  );
});

test('lines, repeated keys and the order of the file are kept', () => {
  expect(read('{"b": "}",\r\n"2": [1,\n2], "b": {"x": "\\""}}')).toEqual([
    { key: 'b', value: '}', line: 1 },
    { key: '2', value: [1, 2], line: 2 },
    { key: 'b', value: { x: '"' }, line: 3 },
  ]);
});

test.each([
  ['', 'line 1: expected an object { … }, got the end of the file'],
  ['[1]', 'line 1: expected an object { … }, got ['],
  ['{\n"a": 1\n"b": 2}', 'line 3: expected a comma or the end of the object, got "b"'],
  ['{"a": 1,}', 'line 1: expected a key in double quotes, got }'],
  ['{"a"\n 1}', 'line 2: expected a colon after the key, got 1'],
  ['{"a": [1, 2}', 'line 1: expected JSON, got [1, 2}'],
  ['{"a": [1, 2', 'line 1: expected a value, got the end of the file'],
  ['{"a": nul}', 'line 1: expected JSON, got nul'],
  ['{"a": "open', 'line 1: expected JSON, got "'],
  ['{"a": }', 'line 1: expected JSON, got }'],
  ['{} x', 'line 1: expected nothing after the object, got x'],
])('%j is refused with its line', (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test('what is never closed is refused after one pass, however long it is', () => {
  expect(() => read(`{"a": {"${'\\"'.repeat(1_000_000)}`)).toThrow('got the end of the file');
  expect(() => read(`{"a": [${'"\n'.repeat(500_000)}`)).toThrow('got the end of the file');
  expect(() => read(`{"a": ${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`)).toThrow('100 levels');
  expect(read(`{"a": "${'\\"'.repeat(1_000_000)}"}`)).toEqual([
    { key: 'a', value: '"'.repeat(1_000_000), line: 1 },
  ]);
});
