/** A short `npm run fuzz`, and the fuzzer itself. */
import { describe, expect, test } from 'vitest';
import { damagedFile, fuzz } from './fuzz';
import { textReader } from './reader';
import { readers } from './readers';
import { fail } from '../../src/files/errors';

describe.each(readers)('$name', (reader) => {
  test('a damaged file is read, or refused with an error for people', async () => {
    expect(await fuzz(reader, 1, 10)).toMatchObject({ inputs: 10, violations: [] });
  });
});

const refuse = (got: string): never => fail('file/invalid', { path: 'a', expected: 'b', got });

test('errors of JavaScript and long messages are violations', async () => {
  const carelessReader = textReader('careless', ['{"a": {"b": 1}}'], (text) => {
    const { a } = JSON.parse(text) as { a: { b: number } };
    return a.b;
  });
  const { read, refused, violations } = await fuzz(carelessReader, 1, 200);
  expect(read + refused).toBe(200);
  expect(violations.length).toBe(refused);
  expect(violations.map(({ what }) => what.split(':')[0])).toContain('SyntaxError');
  const carefulReader = textReader('careful', ['{}'], (text) => (text === '{}' ? null : refuse(text)));
  expect((await fuzz(carefulReader, 1, 200)).violations).toEqual([]);
});

test('the same seed makes the same files, another seed others', () => {
  const reader = textReader(
    'any',
    ['{"a": [1, 2, 3], "b": "c"}', 'no JSON, but a line\nand another'],
    () => null,
  );
  const made = (seed: number) =>
    Array.from({ length: 50 }, (_, i) => new TextDecoder('latin1').decode(damagedFile(reader, seed, i)));
  expect(made(1)).toEqual(made(1));
  expect(new Set([...made(1), ...made(2)]).size).toBeGreaterThan(80);
});
