import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../../bridge/client';
import type { AdapterOrigin } from '../../../lab/stages/open-adapter';
import { RunState } from '../run-state.svelte';
import { Opener } from './opener';

const origin: AdapterOrigin = {
  name: 'theirs',
  lora: { rank: 3, loraAlpha: 7, targets: ['q_proj'] },
  base: null,
  isOfThisModel: null,
  made: null,
};
const made = { fingerprint: { model: 'm' }, id: 'x' };

function opener() {
  const state = new RunState();
  const run = vi.fn<LabClient['run']>().mockResolvedValue(origin);
  return { state, run, one: new Opener(state, { run }) };
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
