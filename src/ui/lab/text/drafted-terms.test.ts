/** What the user decided about terms stays, in whatever order models are asked. */
import { expect, test } from 'vitest';
import type { SuggestedEntry } from '../../../assist/draft/suggested-entry';
import { OFFLINE, combined } from '../../../assist/names/combine';
import type { DraftedEntry } from '../../../language/draft-dictionary';
import type { Dictionary } from '../../../text/dictionary';
import { DraftedTerms } from './drafted-terms.svelte';

const TEXT = 'Mira lit the lamp at Farholm, and Bel slept.';

const drafted = (term: string, certainty: number): DraftedEntry => ({
  ...{ term, translations: ['Anna'], kind: 'person', provenance: 'drafted', found: 'capitals', count: 1 },
  certainty,
});
const suggested = (term: string): SuggestedEntry => ({
  ...{ term, translations: ['Edward'], kind: 'person', provenance: 'drafted', count: 1 },
  sources: [{ by: 'tiny', score: 1 }],
});
const offline = [drafted('Mira', 0.5), drafted('Farholm', 0.25)];
const search = (how: 'union' | 'intersection') =>
  combined(offline, [
    { ...{ term: 'Mira', kind: 'person', count: 1, score: 0.75 } },
    { ...{ term: 'Bel', kind: 'person', count: 1, score: 0.5 } },
  ], how, { by: 'names', text: TEXT, seed: 1 }); // prettier-ignore

function terms() {
  const told: Dictionary[] = [];
  const all = new DraftedTerms((dictionary) => told.push(dictionary));
  all.drafted(offline);
  const rows = () => (all.found?.from === 'draft' ? all.found.entries : []);
  const remove = (term: string): void =>
    all.keep(
      rows(),
      rows().filter((one) => one.term !== term),
    );
  const now = (): string[] => (told.at(-1) ?? []).map(({ term }) => term).sort();
  return { all, rows, remove, now };
}

test('a search for names brings back nothing that was removed, and loses nothing that was added', () => {
  const { all, rows, remove, now } = terms();
  remove('Farholm');
  all.add([suggested('lamp'), suggested('Bel')]);
  expect(now()).toEqual(['Bel', 'Mira', 'lamp']);
  all.named(search('union'));
  expect(now()).toEqual(['Bel', 'Mira', 'lamp']);
  expect(rows().find(({ term }) => term === 'Bel')?.translations).toEqual(['Edward']);
  remove('lamp');
  all.named(search('intersection'));
  expect(now()).toEqual(['Bel', 'Mira']);
  all.named(search('union'));
  expect(now()).toEqual(['Bel', 'Mira']);
});

test('beside a model, every entry says who found it, and how certain that is', () => {
  const { all, rows } = terms();
  expect(rows().some((row) => 'sources' in row)).toBe(false);
  all.add([suggested('lamp')]);
  expect(rows().map(({ term, sources }) => [term, sources])).toEqual([
    ['Mira', [{ by: OFFLINE, score: 0.5 }]],
    ['Farholm', [{ by: OFFLINE, score: 0.25 }]],
    ['lamp', [{ by: 'tiny', score: 1 }]],
  ]);
});

test('entries of a file stay as they are, beside what models find', () => {
  const { all, now } = terms();
  all.opened('own.json', [{ term: 'Mira', translations: ['Ruth'] }]);
  all.add([suggested('lamp')]);
  all.named(search('union'));
  expect(now()).toEqual(['Bel', 'Farholm', 'Mira', 'lamp']);
  expect(all.kept[0]).toEqual({ term: 'Mira', translations: ['Ruth'] });
  all.named(search('intersection'));
  expect(now()).toEqual(['Mira', 'lamp']);
});

test('a new draft begins without decisions', () => {
  const { all, remove, now } = terms();
  remove('Farholm');
  all.add([suggested('lamp')]);
  all.restart();
  all.drafted(offline);
  expect(now()).toEqual(['Farholm', 'Mira']);
});
