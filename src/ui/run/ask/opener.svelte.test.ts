import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../../bridge/client';
import type { AdapterOrigin } from '../../../lab/stages/open-adapter';
import { aLoadedModel } from '../a-loaded-model';
import { RunState } from '../run-state.svelte';
import { statuses } from '../stage-slices';
import { memoryKeyValue } from '../../../store/key-value';
import { OwnAdapters } from '../../../store/own-adapters';
import { Opener } from './opener';

const origin: AdapterOrigin = {
  name: 'theirs',
  lora: { rank: 3, loraAlpha: 7, targets: ['q_proj'] },
  base: null,
  isOfThisModel: null,
  made: null,
  compared: null,
};
const made = { fingerprint: { model: 'm' }, id: 'x' };

function opener() {
  const state = new RunState();
  state.load.finish(aLoadedModel);
  const run = vi.fn<LabClient['run']>().mockResolvedValue(origin);
  const kept = new OwnAdapters(memoryKeyValue());
  return { state, run, kept, one: new Opener(state, { run }, kept) };
}

const file = (name: string, folder = ''): File => {
  const one = new File([name], name);
  Object.defineProperty(one, 'webkitRelativePath', { value: folder === '' ? '' : `${folder}/${name}` });
  return one;
};

test('takes both files among those of a folder, by whose name it is known', async () => {
  const { state, run, one } = opener();
  const names = ['README.md', 'adapter_config.json', 'tokenizer.json', 'adapter_model.safetensors'];
  await one.open(names.map((name) => file(name, 'mine')));
  expect(state.opening.origin).toEqual(origin);
  const [, input] = run.mock.calls[0] ?? [];
  expect(input).toMatchObject({ name: 'mine', as: 'compared' });
});

test('what was open stays where another is refused', async () => {
  const { state, run, one } = opener();
  await one.open([file('a.json'), file('a.safetensors')]);
  await one.open([file('adapter_config.json')]);
  expect(run).toHaveBeenCalledTimes(1);
  expect(state.opening.stage.phase.kind).toBe('failed');
  expect(state.opening.origin).toEqual(origin);
});

test('as reinforced, it is the result of that stage, and the settings take its shape', async () => {
  const { state, run, one } = opener();
  await one.open([file('a.json'), file('a.safetensors')]);
  run.mockResolvedValueOnce({ ...origin, made });
  await one.reinforce();
  expect(state.stages.reinforce.outcome).toMatchObject({ source: 'live', made });
  expect(state.settings.lora).toEqual(origin.lora);
  state.forget();
  expect(state.opening.origin).toBeNull();
});

test('as unlearned, it is the result of that stage, measured, with nothing to run before it', async () => {
  const { state, run, one } = opener();
  await one.open([file('a.json'), file('a.safetensors')]);
  state.stages.reinforce.finish(undefined, made);
  const measures = { names: 0.5, perplexity: 9 };
  const compared = { before: measures, after: measures };
  run.mockResolvedValueOnce({ ...origin, made: { ...made, isGiven: true }, compared });
  await one.unlearn();
  expect(state.settings.lora).toEqual(origin.lora);
  expect(state.stages.unlearn.outcome).toMatchObject({ result: compared });
  expect(statuses(state).unlearn).toBe('done');
  expect(state.stages.reinforce.outcome).toBeNull(); // of another shape
});

test('what was opened is kept for the model, listed, opened again and deleted', async () => {
  const { state, run, kept, one } = opener();
  await one.open([file('a.json', 'mine'), file('a.safetensors', 'mine')]);
  const [adapter] = state.opening.kept;
  if (!adapter) throw new Error('nothing is kept');
  expect(adapter).toMatchObject({ name: 'mine', model: 'm' });

  state.opening.close();
  await one.openKept(adapter);
  expect(state.opening.origin).toEqual(origin);
  const [first, second] = run.mock.calls.map(([, input]) => input);
  expect(second).toEqual(first);

  await one.remove(adapter);
  expect(state.opening.kept).toEqual([]);
  await one.openKept(adapter);
  expect(state.opening.stage.phase).toMatchObject({ failure: { plain: { code: 'adapter/gone' } } });
  expect(await kept.list('m')).toEqual([]);
});

test('an adapter that is refused is not kept, and one that cannot be kept is open all the same', async () => {
  const { state, run, kept, one } = opener();
  run.mockRejectedValueOnce(new Error('another shape'));
  await one.open([file('a.json'), file('a.safetensors')]);
  expect(await kept.list('m')).toEqual([]);
  vi.spyOn(kept, 'add').mockRejectedValueOnce(new Error('full'));
  await one.open([file('a.json'), file('a.safetensors')]);
  expect(state.opening.origin).toEqual(origin);
  expect(state.opening.keepFailure).toMatchObject({ plain: null });
});
