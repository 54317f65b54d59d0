import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { v } from '../base/schema';
import { draftTerms } from './draft';

const everyday = [
  'The boy went home. He saw a lake and a light. Every day he went to the lake with Tom, and on.',
];
const termsOf = (text: string, settings = {}): string[] =>
  draftTerms([text], everyday, settings).map(({ term }) => term);

test('names are runs of capitalised words inside sentences, with possessives kept inside', () => {
  const text =
    "So Maelis Quill heard Orrin's Bell. Then Maelis Quill told Orrin of Orrin's Bell, and Orrin's friend.";
  expect(termsOf(text, { frequency: 2 }).toSorted()).toEqual(['Maelis Quill', 'Orrin', "Orrin's Bell"]);
});

test('a word that only starts sentences is not a name, and punctuation separates names', () => {
  expect(termsOf('Suddenly it rained. Suddenly it did. He met Ida, Bo. She met Ida, Bo.').toSorted()).toEqual(
    expect.arrayContaining(['Bo', 'Ida']),
  );
  expect(termsOf('Suddenly it rained. Suddenly it did.', { frequency: 2 })).toEqual([]);
});

test('everyday words are not drafted; words typical of the text are, with a certainty that grows with their count', () => {
  const text = ['the wicks lit a glim and the wicks went home to the glim as the wicks do'];
  const drafted = draftTerms(text, ['the boy went home to the light and '.repeat(50)], { frequency: 0.6 });
  expect(drafted.map(({ term }) => term)).toEqual(['wicks', 'glim']);
});

test('Chinese words that everyday text lacks are drafted', () => {
  expect(termsOf('灯塔在湖边。灯塔很高。灯塔是旧的。', { frequency: 0.6 })).toContain('灯塔');
});

test('drafts nothing from nothing', () => {
  expect(draftTerms([], everyday)).toEqual([]);
  expect(draftTerms(['So Ida met Ida, and Ida.'], []).map(({ term }) => term)).toContain('Ida');
});

test('on the shipped data set, precision is at least 0.8 and recall at least 0.7', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../public/worlds/marrowmere/${name}.json`, import.meta.url), 'utf8'));
  const text = v.object({ passages: v.array(v.string()) });
  const passagesOf = (name: string): string[] => v.parse(text, read(name)).passages;
  const truth = new Set(Object.keys(v.parse(v.record(v.string(), v.unknown()), read('dictionary'))));
  const drafted = draftTerms(passagesOf('forget'), [...passagesOf('everyday'), ...passagesOf('retain')]);
  const right = drafted.filter(({ term }) => truth.has(term)).length;
  expect(right / drafted.length).toBeGreaterThanOrEqual(4 / 5);
  expect(right / truth.size).toBeGreaterThan(0.7);
});
