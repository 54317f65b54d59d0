/** A model that reads a text first: what it is then is the baseline of every later stage. */
import { afterEach, expect, test, vi } from 'vitest';
import type { AdapterVariant } from '../model/adapter-bank';
import { mergeAdapter } from '../model/merge';
import { pipelineOf, type RunSettings } from '../methods/settings';
import type { StageName } from '../pipeline/stage';
import { statusOf } from '../pipeline/status';
import { memoryKeyValue, type KeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import { startJob } from './jobs';
import type { Lab } from './lab';
import { labHost } from './lab-host';
import { microLab, microLoad, microSettings, runJob } from './micro-lab';
import { runTo } from './run-to';

const plain = microSettings;
const settings: RunSettings = { ...plain, readFirst: true, read: { ...plain.unlearn, steps: 8 } };

const labs: Lab[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const lab of labs.splice(0)) await lab.release();
});

async function labOn(store: KeyValue | null = null): Promise<Lab> {
  const lab = microLab({}, store);
  labs.push(lab);
  await runJob(lab, 'load', microLoad);
  return lab;
}

async function run(lab: Lab, target: StageName, chosen = settings): Promise<StageName[]> {
  const host = labHost(lab, { settings: chosen }, new AbortController().signal);
  const made: StageName[] = [];
  for await (const event of runTo(host, target)) if (event.kind === 'made') made.push(event.stage);
  return made;
}

async function measured(lab: Lab, variant: AdapterVariant, chosen = settings) {
  return (await runJob(lab, 'measure', { settings: chosen, variant })).result;
}

test('is read before everything else, and only if it is to be', async () => {
  const lab = await labOn();
  expect(await run(lab, 'unlearn')).toEqual(['read', 'reinforce', 'label', 'unlearn']);
  expect(await run(lab, 'unlearn', plain)).toEqual(['reinforce', 'label', 'unlearn']);
});

test('makes another baseline, which knows the text better, and leaves the model as it was', async () => {
  const lab = await labOn();
  const before = await measured(lab, 'baseline', plain);
  expect(await measured(lab, 'baseline')).toEqual(before);
  await run(lab, 'read');
  const after = await measured(lab, 'baseline');
  expect(after.names).toBeGreaterThan(before.names);
  expect(await measured(lab, 'unlearned')).toEqual(after);
  expect(await measured(lab, 'baseline', plain)).toEqual(before);
  expect(await measured(lab, 'baseline')).toEqual(after);
});

test('is merged into the weights that all later stages and attacks see', async () => {
  const store = memoryKeyValue();
  const lab = await labOn(store);
  const { config, weights } = lab.workspace.filesAsLoaded('read');
  await run(lab, 'reinforce');
  const flat = (await runSlots.read.read(store))?.parameters ?? new Float32Array();
  const merged = mergeAdapter(config, weights, { lora: settings.lora, flat });
  const { files, hashes } = lab.workspace.ready('reinforce');
  expect([...files.weights].map(([name, { data }]) => [name, data])).toEqual(
    [...merged].map(([name, { data }]) => [name, data]),
  );
  expect(merged).not.toEqual(weights);
  expect(hashes.model).toBe(files.hash);
});

test('can be switched off and on again without another training', async () => {
  const lab = await labOn();
  await run(lab, 'unlearn');
  const statusWith = (chosen: RunSettings) =>
    statusOf(pipelineOf(chosen), 'unlearn', lab.workspace.now(chosen, {}));
  expect(statusWith(settings)).toEqual({ kind: 'done' });
  expect(statusWith(plain)).toMatchObject({ kind: 'outOfDate', because: ['read'] });
  expect(statusWith({ ...settings, read: { ...settings.read, steps: 3 } })).toMatchObject({
    because: ['readSteps'],
  });
});

test('killed while it reads and while it unlearns, it ends in the same bits', async () => {
  const saved = async (store: KeyValue) => [
    (await runSlots.read.read(store))?.parameters,
    (await runSlots.reinforce.read(store))?.parameters,
    (await runSlots.label.read(store))?.file,
    (await runSlots.unlearn.read(store))?.parameters,
    (await runSlots.compared.read(store))?.after,
  ];
  const [whole, store] = [memoryKeyValue(), memoryKeyValue()];
  await run(await labOn(whole), 'unlearn');

  await killed(await labOn(store), 'read');
  let lab = await labOn(store);
  const { result: first } = await runJob(lab, 'restore', {});
  expect(first.interrupted).toMatchObject({ stage: 'read', step: 2, steps: 8 });
  await run(lab, 'label');
  await killed(lab, 'unlearn');
  lab = await labOn(store);
  const { result: second } = await runJob(lab, 'restore', {});
  expect(second.read?.losses).toHaveLength(8);
  expect(second.interrupted).toMatchObject({ stage: 'unlearn', step: 2 });
  expect(await run(lab, 'unlearn')).toEqual(['unlearn']);
  expect(await saved(store)).toEqual(await saved(whole));
});

/** Drops a training in its third step without a signal, as when a worker is killed. */
async function killed(lab: Lab, name: 'read' | 'unlearn'): Promise<void> {
  vi.useFakeTimers({ toFake: ['performance'] });
  for await (const event of startJob(lab, name, { settings }, new AbortController().signal)) {
    if (event.kind === 'step') vi.advanceTimersByTime(2000); // a checkpoint every second step
    if (event.kind === 'step' && event.step === 3) break;
  }
  vi.useRealTimers();
}
