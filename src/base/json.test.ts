import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './json';

const read = (text: string) =>
  parseJson(text, (expected, got) => {
    throw new Error(`expected ${expected}, got ${got}`);
  });

test('every value is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(read(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('what is no JSON is refused', () => {
  expect(() => read('{"a": nul}')).toThrow('expected JSON, got ');
});

test('brackets count where they nest, not inside strings', () => {
  const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;
  expect(() => read(nested(100))).not.toThrow();
  expect(() => read(nested(102))).toThrow('expected JSON of at most 100 levels, got more');
  expect(() => read('['.repeat(5_000_000))).toThrow('100 levels');
  expect(read(JSON.stringify('["\\'.repeat(200)))).toBe('["\\'.repeat(200));
  expect(read(`[${'[],'.repeat(200)}1]`)).toHaveLength(201);
});
