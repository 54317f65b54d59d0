/** The reversed world forgets the neighbour, all of it and nothing else. */
import { expect, test } from 'vitest';
import * as neighbour from './neighbour';
import { dictionary, terms } from './neighbour/dictionary';
import { attacks } from './questions/attacks';
import { bare, keptPrompts } from './questions/prompts';
import { neighbour as target, saga } from './questions/target';
import { besideNeighbour, neighbourPassages } from './texts';
import { trainingText } from './training-text';

const retained = besideNeighbour.join('\n');

test('its dictionary has every answer of the neighbour, and only terms of it', () => {
  const answers = [...neighbour.sharedFacts, ...neighbour.ownFacts].map(({ answer }) => bare(answer));
  expect(answers.filter((answer) => !(answer in dictionary))).toEqual([]);
  const told = neighbourPassages.join('\n');
  expect(terms.filter(({ term }) => !told.includes(term)).map(({ term }) => term)).toEqual([]);
});

test('the retain set has the saga and no name of the neighbour', () => {
  expect(retained).toContain('Maelis');
  const names = terms.filter(({ term }) => /^[A-Z]/.test(term) && term !== 'Orphan');
  expect(names.filter(({ term }) => new RegExp(`\\b${term}\\b`).test(retained))).toEqual([]);
});

test('no prompt about the saga, which is kept, is in the training text', () => {
  const asked = keptPrompts(saga.test);
  expect(asked.filter(({ prompt }) => trainingText.includes(prompt))).toEqual([]);
  expect(asked.some(({ retained: is }) => is) && asked.some(({ retained: is }) => !is)).toBe(true);
});

test('the attacks answer none of their questions', () => {
  const { relearning, context } = attacks(target);
  const read = relearning.sentences.join(' ');
  expect(
    relearning.prompts.filter(({ references }) => references.some((name) => read.includes(name))),
  ).toEqual([]);
  expect(context.length).toBeGreaterThan(40);
});
