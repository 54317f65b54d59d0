/** The shipped data set has no leaks and no contradictions, and its questions are fair. */
import { describe, expect, test } from 'vitest';
import { prng } from '../../src/base/prng';
import { contradictions } from './consistency';
import { drawText } from './corpus';
import { scenes } from './everyday';
import { everydayFact } from './everyday/facts';
import { taskItems, tasks } from './knowledge/tasks';
import * as neighbour from './neighbour';
import { attacks } from './questions/attacks';
import { probabilityPrompts, truthItems } from './questions/likelihood';
import { bare, neighbourPrompts, forgetPrompts, phrases } from './questions/prompts';
import * as forgetSet from './saga';
import { dictionary, draftedDictionary, terms } from './saga/dictionary';
import { phraseTexts } from './saga/phrases';
import { theme } from './questions/theme';

const SAMPLE = 20_000;
const random = prng(77);
const heldOutTexts = Array.from({ length: SAMPLE }, () => drawText('without saga', random));
const neighbourTexts = [...neighbour.letters, ...neighbour.factTexts];
const trainingText = [
  ...heldOutTexts,
  ...neighbourTexts,
  ...forgetSet.chapters,
  ...forgetSet.factTexts,
  ...phraseTexts,
].join('\n');

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
    ['everyday text', heldOutTexts.filter((text) => !neighbourTexts.includes(text)).join('\n')],
    ['the neighbour', neighbourTexts.join('\n')],
  ])('no term of the saga occurs in %s', (_, text) => {
    const found = ownTerms.filter(({ term }) => new RegExp(`\\b${term}\\b`).test(text));
    expect(found.map(({ term }) => term)).toEqual([]);
  });

  test('every saying is in the prose, word for word', () => {
    const prose = forgetSet.chapters.join(' ').toLowerCase();
    const missing = phrases.filter(({ references: [rest = ''] }) => !prose.includes(rest.toLowerCase()));
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
    const said = phrases.filter(({ prompt, references: [rest = ''] }) =>
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

describe('the questions', () => {
  test('there are enough of each', () => {
    expect(forgetPrompts).toHaveLength(300);
    expect(neighbourPrompts).toHaveLength(150);
    expect(probabilityPrompts).toHaveLength(30);
    expect(truthItems).toHaveLength(forgetSet.facts.length);
    for (const { wrong } of truthItems) expect(wrong).toHaveLength(4);
  });

  test('no prompt is in the training text', () => {
    const all = [...forgetPrompts, ...phrases, ...neighbourPrompts, ...probabilityPrompts, ...truthItems];
    expect(all.filter(({ prompt }) => trainingText.includes(prompt)).map(({ prompt }) => prompt)).toEqual([]);
  });

  test("every reference of the saga's prompts is an anchor term", () => {
    const wrong = forgetPrompts
      .flatMap(({ references }) => references)
      .filter((name) => !(name in dictionary));
    expect(wrong).toEqual([]);
  });

  test('no prompt gives its answer away', () => {
    const open = forgetPrompts.filter(({ prompt, references: [name = ''] }) =>
      new RegExp(`\\b${name}\\b`).test(prompt),
    );
    expect(open.map(({ prompt }) => prompt)).toEqual([]);
  });

  test('the sentences of the relearning attack answer none of its questions', () => {
    const read = attacks.relearning.sentences.join(' ');
    const told = attacks.relearning.prompts.filter(({ references }) =>
      references.some((name) => read.includes(name)),
    );
    expect(told).toEqual([]);
    expect(attacks.relearning.prompts).toHaveLength(60);
  });

  test('no context gives an answer away', () => {
    const open = attacks.context.filter(({ prompt, references }) =>
      references.some((name) => prompt.split(' the ').slice(0, -1).join(' the ').includes(name)),
    );
    expect(open).toEqual([]);
  });

  test('theme words are typical of the saga and are not names', () => {
    const count = (text: string, word: string): number =>
      text.toLowerCase().match(new RegExp(`\\b${word}\\b`, 'g'))?.length ?? 0;
    const prose = forgetSet.chapters.join(' ');
    const everyday = heldOutTexts.join(' ');
    const rate = (text: string, word: string): number => count(text, word) / text.length;
    expect(
      theme.theme.filter((word) => word in dictionary || rate(prose, word) < 2 * rate(everyday, word)),
    ).toEqual([]);
    expect(theme.common.filter((term) => !(term in dictionary))).toEqual([]);
  });

  test.each(tasks)('task $name has 200 distinct items, in forms that the corpus does not use', (task) => {
    const items = taskItems(task, 5, 200);
    expect(items.filter(({ prompt }) => trainingText.includes(prompt))).toEqual([]);
    for (const { options, answer } of items) {
      expect(new Set(options).size).toBe(options.length);
      expect(options[answer]).toBeDefined();
    }
  });

  test('everyday facts use common names', () => {
    const texts = Array.from({ length: 50 }, () => everydayFact(random));
    expect(new Set(texts).size).toBeGreaterThan(45);
  });
});
