import { describe, expect, test } from 'vitest';
import { explainFault } from '../answer-faults';
import { hostileAnswers } from '../fixtures/hostile-answers';
import { readTerms } from './read-terms';

test('a term is read with its kind, its translations and its positions', () => {
  const text = JSON.stringify({
    terms: [
      {
        term: ' Orrin’s  Bell ',
        kind: 'Object',
        translations: ['the old bell', 'Brass gong', 'Brass gong'],
        positions: [3],
      },
      { term: 'Mira', translations: ['the girl'] },
    ],
  });
  expect(readTerms(text)).toEqual({
    terms: [
      { term: 'Orrin’s Bell', kind: 'thing', translations: ['Brass gong'], positions: [3] },
      { term: 'Mira', kind: 'other', translations: ['the girl'], positions: [] },
    ],
    rejected: [],
    isList: true,
  });
});

describe('fifty hostile answers', () => {
  test('are fifty', () => {
    expect(hostileAnswers.length).toBe(50);
    expect(new Set(hostileAnswers.map(({ name }) => name)).size).toBe(50);
  });

  test.each(hostileAnswers)('$name', ({ text, terms, because }) => {
    const read = readTerms(text);
    expect([...new Set(read.terms.map(({ term }) => term))]).toEqual(terms);
    expect(read.rejected[0]?.because ?? null).toBe(because);
    for (const { item, detail } of read.rejected) {
      const said = explainFault(detail);
      expect(item.length + said.length).toBeLessThan(1000);
      expect(said).not.toBe('');
    }
  });

  test('leave nothing behind', () => {
    for (const { text } of hostileAnswers) readTerms(text);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).term).toBeUndefined();
  });
});
