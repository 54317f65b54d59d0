import { expect, test } from 'vitest';
import type { DraftedEntry } from '../../language/draft-dictionary';
import { certaintyOfSources, combined } from './combine';

const drafted = (term: string, certainty: number): DraftedEntry => ({
  ...{ term, certainty, kind: 'thing', provenance: 'drafted', found: 'capitals', count: 2 },
  translations: ['lamp'],
});
const named = (term: string, score: number, entity?: string) => ({
  ...{ term, score, kind: 'person' as const, count: 3 },
  ...(entity === undefined ? {} : { entity }),
});
const from = { by: 'tiny', text: 'Mira Vale', seed: 1 };

test('the union keeps where each entry came from, and has what both found first', () => {
  const entries = combined([drafted('Mira', 0.9), drafted('Gloam', 0.99)], [named('Mira', 0.7), named('Vale', 0.6)], 'union', from); // prettier-ignore
  expect(entries.map(({ term, kind, certainty }) => [term, kind, certainty])).toEqual([
    ['Mira', 'person', 0.8],
    ['Gloam', 'thing', 0.495],
    ['Vale', 'person', 0.3],
  ]);
  expect(entries[0]?.sources).toEqual([
    { by: 'offline', score: 0.9 },
    { by: 'tiny', score: 0.7 },
  ]);
  expect(entries[2]).toMatchObject({ found: 'model', count: 3, sources: [{ by: 'tiny', score: 0.6 }] });
});

test('the intersection has only what both found, however it is written', () => {
  const entries = combined([drafted('Zoé', 0.9), drafted('Gloam', 0.9)], [named('Zoe\u0301', 1)], 'intersection', from); // prettier-ignore
  expect(entries.map(({ term }) => term)).toEqual(['Zoé']);
});

test('names of one entity share their translations', () => {
  const [short, long] = combined([], [named('Mira', 0.9, 'Mira Vale'), named('Mira Vale', 0.8, 'Mira Vale')], 'union', from); // prettier-ignore
  expect(short?.entity).toBe('Mira Vale');
  expect(long?.translations.map((one) => one.split(' ')[0])).toEqual([...(short?.translations ?? [])]);
});

test('what both found is more certain than what one of them did, however certain that one was', () => {
  const [draft, model] = [{ by: 'offline', score: 1 }, { by: 'tiny', score: 0.6 }]; // prettier-ignore
  expect(certaintyOfSources([draft, model])).toBeGreaterThan(certaintyOfSources([draft]));
  expect(certaintyOfSources([draft])).toBeGreaterThan(certaintyOfSources([model]));
});
