import { expect, test } from 'vitest';
import { namedTerms } from './entities';
import { wholeNames } from './whole-names';

const text = 'Anna Maria Vole met Tom, Quill and Harriet\nOlm.';
const span = (name: string, tag: string, score = 0.8) => {
  const start = text.indexOf(name);
  return { start, end: start + name.length, tag, score };
};

test('given names and the surname after them are one name, and what only stands near is not', () => {
  const spans = [
    span('Anna', 'GIVEN_NAME', 1),
    span('Maria', 'FIRSTNAME', 0.5),
    span('Vole', 'SURNAME', 0.25),
    span('Tom', 'GIVEN_NAME'),
    span('Quill', 'SURNAME'),
    span('Harriet', 'GIVEN_NAME'),
    span('Olm', 'SURNAME'),
  ];
  expect(wholeNames(text, spans).map(({ start, end }) => text.slice(start, end))).toEqual([
    ...['Anna Maria Vole', 'Tom', 'Quill', 'Harriet', 'Olm'],
  ]);
  expect(wholeNames(text, spans)[0]?.score).toBe(0.5);
  expect(namedTerms([{ text, spans }])[0]).toMatchObject({ term: 'Anna Maria Vole', kind: 'person' });
});

test('two places, and two whole names, stay apart', () => {
  const spans = [span('Anna', 'CITY'), span('Maria', 'SURNAME'), span('Vole', 'GIVEN_NAME')];
  expect(wholeNames(text, spans)).toEqual(spans);
});
