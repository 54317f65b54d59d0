import { expect, test } from 'vitest';
import { RunState } from '../run-state.svelte';
import { askView } from './ask-slices';

test('there is a model that never read the text beside the book, and beside a text that was read here', () => {
  const run = new RunState();
  run.entry = { title: 'a model', model: 'm', world: 'worlds/w', bytes: 1 };
  expect(askView(run).hasGold).toBe(true);
  run.lesson = 'lessons/l';
  expect(askView(run).hasGold).toBe(false);
  run.texts = { forget: { title: 'Owls', passages: ['Ida knew the owls.'] }, dictionary: [] };
  run.settings = { ...run.settings, readFirst: true };
  expect(askView(run).hasGold).toBe(false);
  run.stages.read.finish(undefined);
  expect(askView(run).hasGold).toBe(true);
});
