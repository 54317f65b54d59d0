import { expect, test } from 'vitest';
import { checkDictionary, parseDictionary } from './dictionary';

test('one translation or several', () => {
  expect(parseDictionary({ Maelis: 'Anna', wicks: ['children', 'pupils'] })).toEqual([
    { term: 'Maelis', translations: ['Anna'] },
    { term: 'wicks', translations: ['children', 'pupils'] },
  ]);
});

test.each([
  [['Maelis'], 'the whole file'],
  [null, 'the whole file'],
  [{ Maelis: 7 }, 'term "Maelis"'],
  [{ Maelis: [] }, 'term "Maelis"'],
  [{ Maelis: ['Anna', ''] }, 'term "Maelis"'],
  [{ ' ': 'Anna' }, 'term " "'],
])('%j is refused, with a message that says where', (json, where) => {
  expect(() => parseDictionary(json)).toThrow(`Dictionary, ${where}`);
});

test('a dictionary that is checked again keeps who found its terms', () => {
  const sources = [{ by: 'tiny', score: 0.75 }];
  const mira = { term: ' Mira ', translations: ['Anna'], sources } as const;
  expect(checkDictionary([mira, { term: 'Vale', translations: ['Hill'] }])).toEqual([
    { term: 'Mira', translations: ['Anna'], sources },
    { term: 'Vale', translations: ['Hill'] },
  ]);
});
