import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../bridge/client';
import { sampleReport } from '../../evaluate/fixtures/report';
import { presetFor, sizeOf } from '../../methods/preset-by-size';
import { Inputs } from './inputs';
import { Loading } from './loading';
import { aLoadedModel } from './a-loaded-model';
import { RunState } from './run-state.svelte';

const entry = { title: 'a model', model: 'm', world: 'w', bytes: 1 };
async function withReal() {
  const state = new RunState();
  state.entry = entry;
  await state.load.run(() => Promise.resolve(aLoadedModel));
  const client = {
    run: vi.fn<LabClient['run']>().mockRejectedValue(new Error('there is no worker here')),
    close: vi.fn(),
    memoryBytes: vi.fn(() => Promise.resolve(0)),
  };
  const loading = new Loading(state, client);
  return { state, client, loading, inputs: new Inputs(state, client, loading) };
}

test('a lesson is loaded in place of the texts beside the model, with the settings for its size', async () => {
  const { state, client, inputs } = await withReal();
  state.settings = { ...state.settings, seed: 7, weightBits: '4', alpha: 1 };
  state.texts = { forget: aLoadedModel.dataset.forget, dictionary: [] };
  await inputs.useLesson('l');
  expect(client.run).toHaveBeenCalledWith('load', expect.objectContaining({ world: 'l' }), expect.anything());
  expect(state.plainSettings).toEqual({
    ...presetFor(sizeOf(aLoadedModel.parameters, aLoadedModel.dataset)),
    seed: 7,
    weightBits: '4',
  });
  expect(state.texts).toBeNull();
});

test('a lesson that is left, or another model, brings back the texts beside the model', async () => {
  const { state, client, loading, inputs } = await withReal();
  state.lesson = 'l';
  await loading.load({ ...entry });
  const asked = () => client.run.mock.lastCall?.[1];
  expect(asked()).toMatchObject({ model: 'm', world: 'l' });
  await loading.load({ ...entry, model: 'n', world: 'v' });
  expect(asked()).toMatchObject({ model: 'n', world: 'v' });
  state.lesson = 'l';
  await inputs.useLesson(null);
  expect(asked()).toMatchObject({ model: 'n', world: 'v' });
});

test('a loaded model brings the settings for its size, and another one no prompt of the last', async () => {
  const { state, client, loading } = await withReal();
  state.conversation.prompt = 'Mira';
  client.run.mockImplementation((name) => (name === 'load' ? Promise.resolve(aLoadedModel) : Promise.reject(new Error('none')))); // prettier-ignore
  await loading.load({ ...entry });
  expect(state.plainSettings).toEqual({
    ...presetFor(sizeOf(aLoadedModel.parameters, aLoadedModel.dataset)),
    seed: state.settings.seed,
  });
  expect(state.conversation.prompt).toBe('Mira');
  await loading.load({ ...entry, model: 'n' });
  expect(state.conversation.prompt).toBeNull();
});

test('what is said of reviews stays as long as their terms and labels do', async () => {
  const { state, loading, inputs } = await withReal();
  const summary = { decisions: 1, answered: 1, changed: 1, method: 'majority', annotators: [], agreement: null } as const; // prettier-ignore
  const tasks = (): readonly string[] => state.human.map(({ task }) => task);
  state.human = (['anchors', 'language'] as const).map((task) => ({ task, ...summary }));
  await loading.load({ ...entry });
  expect(tasks()).toEqual(['anchors', 'language']);
  await loading.load({ ...entry, model: 'n' });
  expect(tasks()).toEqual(['anchors']);
  await inputs.useReview({ task: 'language', human: { task: 'language', ...summary }, overrides: [] });
  expect(tasks()).toEqual(['anchors', 'language']);
  await inputs.useReview({ task: 'language', human: null, overrides: [] });
  expect(tasks()).toEqual(['anchors']);
  await inputs.useShipped();
  expect(tasks()).toEqual([]);
});

test('grades of a language model and of people go into the report, and labels do not', async () => {
  const { state, inputs } = await withReal();
  const human = {
    ...{ task: 'evaluation' as const, decisions: 1, answered: 1, changed: 1, method: 'majority' as const },
    ...{ annotators: [{ annotator: 'ann', decisions: 1 }], agreement: null },
    grades: { baseline: { 0: 1 as const } },
  };
  const judge = { by: 'tiny', grades: { baseline: { 0: { grade: 2 as const, reason: 'typical' } } } };
  const { evaluate } = state.stages;
  evaluate.finish(sampleReport, null);
  await inputs.useReview({ task: 'language', human: null, overrides: [] });
  expect(evaluate.outcome?.result).toBe(sampleReport);
  await inputs.useReview({ task: 'evaluation', human: null, judge });
  expect(evaluate.outcome?.result).toEqual({ ...sampleReport, judge });
  await inputs.useReview({ task: 'evaluation', human, judge: null });
  expect(evaluate.outcome?.result).toEqual({ ...sampleReport, judge, human: [human] });
});
