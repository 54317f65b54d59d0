import { expect, test } from 'vitest';
import { RunState } from './run-state.svelte';

test('Node repeats a run from its folders, and that of a user’s text from its files', () => {
  const run = new RunState();
  const source = { model: 'm', world: 'w' };
  expect(run.plainSource).toBeNull();
  run.entry = { title: 'a model', ...source, bytes: 1 };
  expect(run.plainSource).toEqual(source);
  run.dictionary = []; // for the text of the data set, which no option can give
  expect(run.plainSource).toBeNull();
  run.texts = { forget: { title: 'Mine', passages: ['Mira slept.'] }, dictionary: [] };
  expect(run.plainSource).toEqual({ ...source, isOwnText: true });
  run.overrides = [{ block: 0, position: 0, label: null, by: ['Ada'] }];
  expect(run.plainSource).toBeNull();
});
