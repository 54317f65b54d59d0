import { expect, test } from 'vitest';
import { parseDictionary } from './dictionary';
import { mergeDrafts, prune } from './dictionary-drafts';
import { groupEntities } from './entities';

test('drafts are merged: every term once, with every different translation once', () => {
  const drafts = [
    { Harry: 'Jon', Hogwarts: ['Academy', 'School'] },
    { Harry: ['Jon', 'Tom'], Ron: 'Ben' },
  ];
  expect(mergeDrafts(drafts.map(parseDictionary))).toEqual(
    parseDictionary({ Harry: ['Jon', 'Tom'], Hogwarts: ['Academy', 'School'], Ron: 'Ben' }),
  );
});

test('terms that others cover are dropped, with the reason', () => {
  const drafted = ['Harry', 'Potter', 'Harry Potter', 'Harry’s', "Ron's", 'Harry the owl', 'Wood'];
  const { kept, dropped } = prune(parseDictionary(Object.fromEntries(drafted.map((term) => [term, 'x']))));
  expect(kept.map(({ term }) => term)).toEqual(['Harry', 'Potter', "Ron's", 'Harry the owl', 'Wood']);
  expect(dropped.map(({ entry, because }) => [entry.term, because])).toEqual([
    ['Harry Potter', 'words'],
    ['Harry’s', 'possessive'],
  ]);
});

test('terms inside one another name one entity', () => {
  const terms = ['Harry Potter', 'Ron', 'Potter', 'Lily Potter', 'Harry', 'Ronald'];
  const grouped = groupEntities(parseDictionary(Object.fromEntries(terms.map((term) => [term, 'x']))));
  expect(grouped.map(({ entity }) => entity)).toEqual([
    'Harry Potter',
    'Ron',
    'Harry Potter',
    'Harry Potter',
    'Harry Potter',
    'Ronald',
  ]);
});
