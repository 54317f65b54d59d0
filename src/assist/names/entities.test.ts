import { expect, test } from 'vitest';
import { kindOfTag, namedTerms, type NamedPassage } from './entities';

/** A text with the names in brackets, tagged after a bar. */
function passage(marked: string): NamedPassage {
  const spans: NamedPassage['spans'][number][] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/u)) {
    const [, name, tag = 'PER'] = /^\[([^|]*)\|?(\w*)\]$/u.exec(part) ?? [];
    if (name !== undefined) spans.push({ start: text.length, end: text.length + name.length, tag: tag || 'PER', score: 0.8 }); // prettier-ignore
    text += name ?? part;
  }
  return { text, spans };
}

const entitiesIn = (...marked: string[]) =>
  Object.fromEntries(namedTerms(marked.map(passage)).map(({ term, entity }) => [term, entity ?? null]));

test('a name counts once for each place, without its possessive ending and what surrounds it', () => {
  const [mira, ...more] = namedTerms([
    passage("[Mira]’s lamp, [Mira's] boat, “[“Mira”], [🏮Mira🏮]"),
    passage('[MI]'),
  ]);
  expect(mira).toMatchObject({ term: 'Mira', kind: 'person', count: 4 });
  expect(mira?.score).toBeCloseTo(0.8);
  expect(more.map(({ term }) => term)).toEqual(['MI']);
});

test('single letters, numbers and punctuation are no names; one Chinese character is', () => {
  expect(namedTerms([passage('[I] [7] [...] [张]')]).map(({ term }) => term)).toEqual(['张']);
});

test('names of one entity are together, and ambiguous ones alone', () => {
  expect(entitiesIn('[Harry] met [Harry Potter] and [Harry James Potter]; [Ron Weasley], [Ginny Weasley], [Weasley]')).toEqual({
    Harry: 'Harry James Potter',
    'Harry Potter': 'Harry James Potter',
    'Harry James Potter': 'Harry James Potter',
    'Ron Weasley': null,
    'Ginny Weasley': null,
    Weasley: null,
  }); // prettier-ignore
  expect(entitiesIn('[Zoe\u0301] and [Zoé Quill]')).toEqual({ Zoé: 'Zoé Quill', 'Zoé Quill': 'Zoé Quill' });
  expect(entitiesIn('[Easton|LOC] and [Tom Easton]')).toEqual({ Easton: null, 'Tom Easton': null });
});

test('the tags of common data sets have kinds', () => {
  expect(
    ['PER', 'person', 'GPE', 'LOC', 'ORG', 'MISC', 'WORK_OF_ART', 'GIVEN_NAME', 'CITY', 'ZIP_CODE'].map(
      kindOfTag,
    ),
  ).toEqual([
    ...['person', 'person', 'place', 'place', 'thing', 'thing', 'thing', 'person', 'place', 'thing'],
  ]);
});
