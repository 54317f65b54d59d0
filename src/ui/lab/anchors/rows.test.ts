import { expect, test } from 'vitest';
import { parseDictionary } from '../../../text/dictionary';
import type { LintFinding } from '../../../text/dictionary-lint';
import { dictionaryRows, type RowFilter } from './rows';

const dictionary = parseDictionary({ Bea: 'Ann', Osk: ['the Hill', 'the Dale'], lamp: 'torch' });
const kinds = new Map([
  ['Bea', 'person'],
  ['Osk', 'place'],
] as const);
const finding: LintFinding = { kind: 'common-word', term: 'lamp', count: 2 };
const rows = (search: string, filter: RowFilter) =>
  dictionaryRows(dictionary, kinds, new Map([['lamp', [finding]]]), { search, filter });

test.each([
  ['', 'all', ['Bea', 'Osk', 'lamp']],
  [' DALE', 'all', ['Osk']],
  ['', 'person', ['Bea']],
  ['', 'other', ['lamp']],
  ['', 'warned', ['lamp']],
  ['Bea', 'warned', []],
] as const)('%j among %s: %j', (search, filter, terms) => {
  expect(rows(search, filter).map(({ entry }) => entry.term)).toEqual(terms);
});

test('a row has its kind and its lint findings', () => {
  expect(rows('lamp', 'all')[0]).toMatchObject({ kind: 'other', findings: [finding] });
});
