import { expect, test } from 'vitest';
import { RunState } from './run-state.svelte';

test('Node repeats a run from its folders, and that of a user’s text from its files', () => {
  const run = new RunState();
  const source = { model: 'm', world: 'w' };
  expect(run.plainSource).toBeNull();
  run.entry = { title: 'a model', ...source, bytes: 1 };
  expect(run.plainSource).toEqual(source);
  run.evaluation = { ...run.evaluation, tasks: [{ name: 'mine', items: [] }] };
  expect(run.plainSource).toBeNull();
  run.evaluation = { ...run.evaluation, tasks: [] };
  run.dictionary = []; // for the text of the data set, which no option can give
  expect(run.plainSource).toBeNull();
  run.texts = { forget: { title: 'Mine', passages: ['Mira slept.'] }, dictionary: [] };
  expect(run.plainSource).toEqual({ ...source, isOwnText: true });
  run.overrides = [{ block: 0, position: 0, label: null, by: ['Ada'] }];
  expect(run.plainSource).toBeNull();
});

test('a run of a model of the user’s own can be repeated as well', () => {
  const run = new RunState();
  run.entry = { title: 'mine', model: 'own/ab12/mine.gguf', world: 'w', bytes: 1 };
  expect(run.plainSource).toEqual({ model: 'own/ab12/mine.gguf', world: 'w' });
});

test('a lesson stands in place of the data set of the model, and its own prompts are watched', () => {
  const run = new RunState();
  run.entry = { title: 'a model', model: 'm', world: 'w', bytes: 1 };
  run.lesson = 'lessons/l';
  expect(run.folders).toEqual({ model: 'm', world: 'lessons/l' });
  expect(run.plainSource).toEqual({ model: 'm', world: 'lessons/l' });
  const text = { title: 'A text', passages: ['Mira slept.'] };
  const prompts = [{ prompt: 'Who slept?', references: ['Mira'] }];
  run.dataset = { split: null, forget: text, retain: text, heldOut: text, dictionary: [], prompts };
  run.proof = {
    model: 'm',
    hash: 'h',
    world: 'w',
    seed: 1,
    alpha: 5,
    steps: 1,
    seconds: 1,
    swap: { term: 'Mira', translation: 'Anna' },
    figures: {},
    looks: [0, 1],
    sentences: [{ kind: 'everyday', prompt: 'Fish live in', answer: 'water', next: [] }],
  };
  expect(run.watchedSentences).toEqual([{ kind: 'forget', prompt: 'Who slept?', answer: 'Mira' }]);
  run.lesson = null;
  expect(run.watchedSentences.map(({ kind }) => kind)).toEqual(['everyday']);
});
