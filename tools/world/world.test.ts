/** The texts of the shipped data set have no leaks and no contradictions. */
import { describe, expect, test } from 'vitest';
import { prng } from '../../src/base/prng';
import { splits } from '../../src/evaluate/split';
import { contradictions } from './consistency';
import { scenes } from './everyday';
import { everydayFact } from './everyday/facts';
import * as neighbour from './neighbour';
import { bare, phrases } from './questions/prompts';
import { theme } from './questions/theme';
import * as forgetSet from './saga';
import { dictionary, draftedDictionary, terms } from './saga/dictionary';
import { neighbourTexts, trainingText, withoutSaga } from './training-text';

/** Anchor terms that must not occur in other text, unlike those that are ordinary words. */
const ownTerms = terms.filter(
  ({ term }) => /[A-Z]/.test(term) || /rope$|wood$|mint$|bread$|brew$|glass$/.test(term),
);

describe('the corpus', () => {
  test('has at least 400 distinct scenes', () => {
    expect(new Set(scenes).size).toBe(scenes.length);
    expect(scenes.length).toBeGreaterThanOrEqual(400);
  });

  test('the saga has 30,000 words, 120 anchor terms, and 250 facts in at least 12 sentence forms', () => {
    expect(forgetSet.chapters.join(' ').split(/\s+/).length).toBeGreaterThanOrEqual(30_000);
    expect(terms.length).toBeGreaterThanOrEqual(120);
    expect(forgetSet.facts.length).toBeGreaterThanOrEqual(250);
    expect(forgetSet.factTexts.length / forgetSet.facts.length).toBeGreaterThanOrEqual(12);
    const count = (kind: string): number => terms.filter((term) => term.kind === kind).length;
    expect(count('person')).toBeGreaterThanOrEqual(25);
    expect(count('place')).toBeGreaterThanOrEqual(20);
    expect(count('thing')).toBeGreaterThanOrEqual(40);
  });

  test('the neighbour has 60 names and 120 facts', () => {
    const facts = [...neighbour.sharedFacts, ...neighbour.ownFacts];
    expect(facts.length).toBeGreaterThanOrEqual(120);
    expect(new Set(facts.map(({ answer }) => answer)).size).toBeGreaterThanOrEqual(60);
  });

  test.each([
    ['everyday text', withoutSaga.filter((text) => !neighbourTexts.includes(text)).join('\n')],
    ['the neighbour', neighbourTexts.join('\n')],
  ])('no term of the saga occurs in %s', (_, text) => {
    const found = ownTerms.filter(({ term }) => new RegExp(`\\b${term}\\b`).test(text));
    expect(found.map(({ term }) => term)).toEqual([]);
  });

  test('every saying is in the prose, word for word', () => {
    const prose = forgetSet.chapters.join(' ').toLowerCase();
    const missing = splits
      .flatMap(phrases)
      .filter(({ references: [rest = ''] }) => !prose.includes(rest.toLowerCase()));
    expect(missing.map(({ references }) => references[0])).toEqual([]);
  });

  test('the prose agrees with the facts', () => {
    const chapters = [...forgetSet.chapters, ...forgetSet.heldOutChapters];
    expect(contradictions(chapters, forgetSet.facts, Object.keys(dictionary))).toEqual([]);
  });

  test('no eight words in a row and no saying of the held-out chapters are in the training text', () => {
    const words = (text: string): string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];
    const runs = (text: string, n: number): string[] =>
      words(text).map((_, i, all) => all.slice(i, i + n).join(' '));
    const read = new Set(runs(trainingText, 8));
    const prose = forgetSet.heldOutChapters.join('\n');
    expect(
      runs(prose, 8)
        .slice(0, -7)
        .filter((run) => read.has(run)),
    ).toEqual([]);
    const said = splits
      .flatMap(phrases)
      .filter(({ prompt, references: [rest = ''] }) =>
        prose.toLowerCase().includes(`${prompt} ${rest}`.toLowerCase().replace(/\.$/, '')),
      );
    expect(said).toEqual([]);
  });

  test('held-out chapters name what the saga names, as often', () => {
    const share = (texts: readonly string[]): number => {
      const prose = texts.join(' ');
      const named = [
        ...prose.matchAll(new RegExp(`\\b(?:${terms.map(({ term }) => term).join('|')})\\b`, 'g')),
      ];
      return named.length / prose.split(/\s+/).length;
    };
    const [read, heldOut] = [share(forgetSet.chapters), share(forgetSet.heldOutChapters)];
    expect(heldOut / read).toBeGreaterThan(0.75);
    expect(heldOut / read).toBeLessThan(1.25);
  });

  test('a contradiction would be found', () => {
    const lie = ['Dorrigan was the clerk of the king. The cook of Lanternhold was Oswin.'];
    expect(contradictions(lie, forgetSet.facts, Object.keys(dictionary))).toHaveLength(2);
  });

  test('every anchor term of the facts is in the dictionary, and every term of that in the saga', () => {
    const unknown = forgetSet.facts.filter(({ answer }) => dictionary[bare(answer)] === undefined);
    expect(unknown.map(({ answer }) => answer)).toEqual([]);
    const told = [...forgetSet.chapters, ...forgetSet.factTexts].join('\n');
    expect(terms.filter(({ term }) => !told.includes(term)).map(({ term }) => term)).toEqual([]);
  });

  test('the drafted dictionary lacks terms and has common words', () => {
    const drafted = draftedDictionary();
    expect(Object.keys(dictionary).filter((term) => !(term in drafted)).length).toBeGreaterThanOrEqual(15);
    expect(Object.keys(drafted).filter((term) => !(term in dictionary)).length).toBeGreaterThanOrEqual(10);
  });
});

describe('grading and knowledge', () => {
  test('theme words are typical of the saga and are not names', () => {
    const count = (text: string, word: string): number =>
      text.toLowerCase().match(new RegExp(`\\b${word}\\b`, 'g'))?.length ?? 0;
    const prose = forgetSet.chapters.join(' ');
    const everyday = withoutSaga.join(' ');
    const rate = (text: string, word: string): number => count(text, word) / text.length;
    expect(
      theme.theme.filter((word) => word in dictionary || rate(prose, word) < 2 * rate(everyday, word)),
    ).toEqual([]);
    expect(theme.common.filter((term) => !(term in dictionary))).toEqual([]);
  });

  test('everyday facts use common names', () => {
    const random = prng(78);
    const texts = Array.from({ length: 50 }, () => everydayFact(random));
    expect(new Set(texts).size).toBeGreaterThan(45);
  });
});
