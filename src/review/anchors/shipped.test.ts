import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { v } from '../../base/schema';
import { parseDictionary } from '../../text/dictionary';
import { decide, startReview } from '../review';
import { anchorKinds } from '../tasks/anchors';
import { dictionaryFrom } from './dictionary';
import { applyEverywhere, type TermEdit } from './everywhere';
import { anchorItems } from './items';
import { occurrencesOf } from './words';

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../public/worlds/marrowmere/${name}.json`, import.meta.url), 'utf8'),
  );

test('the right decisions turn the shipped draft into the true dictionary, except for terms that never occur', () => {
  const { passages } = v.parse(v.object({ passages: v.array(v.string()) }), read('forget'));
  const kinds = v.parse(v.record(v.string(), v.picklist(anchorKinds)), read('kinds'));
  const occurs = ({ term }: { term: string }): boolean =>
    passages.some((text) => occurrencesOf(text, term).length > 0);
  const kinded = (name: string) =>
    parseDictionary(read(name)).map((entry) => ({ ...entry, kind: kinds[entry.term] ?? ('other' as const) })).filter(occurs); // prettier-ignore
  const [truth, entries] = [kinded('dictionary'), kinded('dictionary-drafted')];
  const draft = { entries, by: 'shipped draft' };
  const edits = new Map<string, TermEdit>([
    ...entries.map(({ term }) => [term, { kind: 'reject' }] as const),
    ...truth.map(
      ({ term, kind, translations }) => [term, { kind: 'mark', meaning: { kind, translations } }] as const,
    ),
  ]);
  const begun = startReview(anchorItems(passages.map((text, i) => ({ text, blockId: `passage ${i}` })), draft)); // prettier-ignore
  const wrong = [...edits].filter(
    ([term, { kind }]) => kind === 'reject' || !entries.some((entry) => entry.term === term),
  );
  const review = wrong.reduce(
    (now, [term, edit]) => decide(now, applyEverywhere(now, term, edit, { annotator: 'ann', at: null })),
    begun,
  );
  const { entries: corrected, dropped } = dictionaryFrom(draft, review, 'majority');
  const plain = (list: readonly { term: string; kind: string; translations: readonly string[] }[]) =>
    list
      .map(({ term, kind, translations }) => ({ term, kind, translations }))
      .sort((a, b) => (a.term < b.term ? -1 : 1));
  expect(plain(corrected)).toEqual(plain(truth));
  expect(dropped.length).toBeGreaterThan(10);
  expect(wrong.length).toBeLessThan(40);
});
