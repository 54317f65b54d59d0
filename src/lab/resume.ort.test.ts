/** A run that is interrupted anywhere resumes in another lab, bit-identical to one that was not. */
import { afterEach, expect, test, vi } from 'vitest';
import { writeReport } from '../evaluate/report-file';
import { pipelineOf } from '../methods/settings';
import { statusOf } from '../pipeline/status';
import { memoryKeyValue, type KeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import { DivergenceMonitor } from '../unlearn/divergence-monitor';
import type { LabEvent } from './events';
import { startJob, type JobInput } from './jobs';
import type { Lab } from './lab';
import { microLab, microLoad, microSettings, overflowing, runJob } from './micro-lab';

const settings = {
  ...microSettings,
  reinforce: { ...microSettings.reinforce, steps: 12 },
  unlearn: { ...microSettings.unlearn, steps: 9 },
};
const monitor = { every: 4 };
const overrides = [{ block: 0, position: 3, label: 7, by: ['me'] }];

const labs: Lab[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const lab of labs.splice(0)) await lab.release();
});

async function labOn(store: KeyValue): Promise<Lab> {
  const lab = microLab({}, store);
  labs.push(lab);
  await runJob(lab, 'load', microLoad);
  return lab;
}

/** The whole run, and what it saved. */
async function undisturbed() {
  const store = memoryKeyValue();
  const lab = await labOn(store);
  await runJob(lab, 'reinforce', { settings });
  await runJob(lab, 'label', { settings });
  await runJob(lab, 'unlearn', { settings, monitor, overrides });
  return saved(store);
}

async function saved(store: KeyValue) {
  const [reinforce, unlearn] = [await runSlots.reinforce.read(store), await runSlots.unlearn.read(store)];
  const bits = (one: typeof unlearn) => one && [one.parameters, one.losses, one.history, one.ending];
  return {
    reinforce: bits(reinforce),
    unlearn: bits(unlearn),
    label: (await runSlots.label.read(store))?.file,
    checkpoint: await runSlots.checkpoint.read(store),
    compared: await runSlots.compared.read(store),
  };
}

/** Runs a training until `until`, then drops it without a signal, as when a worker is killed. */
async function killedAfter(
  lab: Lab,
  name: 'reinforce' | 'unlearn',
  input: JobInput<'unlearn'>,
  until: (event: LabEvent) => boolean,
): Promise<void> {
  vi.useFakeTimers({ toFake: ['performance'] });
  for await (const event of startJob(lab, name, input, new AbortController().signal)) {
    if (event.kind === 'step') vi.advanceTimersByTime(2000); // a checkpoint every second step
    if (until(event)) break;
  }
  vi.useRealTimers();
}

/** The status of the stages before the evaluation, with labels set by reviewers. */
function stages({ workspace }: Lab, decided: typeof overrides): string[] {
  const now = workspace.now(settings, { overrides: decided });
  return (['reinforce', 'label', 'unlearn'] as const).map(
    (stage) => statusOf(pipelineOf(settings), stage, now).kind,
  );
}

const isStep = (step: number) => (event: LabEvent) => event.kind === 'step' && event.step === step;

test('killed and resumed twice, in other labs, it gives identical results', async () => {
  const whole = await undisturbed();
  const store = memoryKeyValue();

  await killedAfter(await labOn(store), 'reinforce', { settings }, isStep(7));
  let lab = await labOn(store);
  const { result: first } = await runJob(lab, 'restore', {});
  expect(first).toMatchObject({ reinforce: null, label: null, unlearn: null, evaluate: null });
  expect(first.interrupted).toMatchObject({ stage: 'reinforce', step: 6, steps: 12, settings });
  const { events } = await runJob(lab, 'reinforce', { settings, resume: true });
  expect(events.find(({ kind }) => kind === 'resumed')).toMatchObject({ step: 6, steps: 12 });
  expect(events.filter(({ kind }) => kind === 'step')).toHaveLength(6);

  await runJob(lab, 'label', { settings });
  await killedAfter(lab, 'unlearn', { settings, monitor, overrides }, isStep(7));
  lab = await labOn(store);
  const { result: second } = await runJob(lab, 'restore', {});
  expect(second.interrupted).toMatchObject({ stage: 'unlearn', step: 6 });
  expect(second.interrupted?.probes.map(({ step }) => step)).toEqual([0, 4]);
  expect(second.label?.labels.blocks.length).toBeGreaterThan(0);
  expect(second.reinforce?.losses).toHaveLength(12);
  const { events: after } = await runJob(lab, 'unlearn', { settings, monitor, overrides, resume: true });
  // The page gets events in batches, so that the first one must not hold what came later.
  const probes = after.flatMap((one) =>
    one.kind === 'resumed' ? one.probes : one.kind === 'probe' ? [one] : [],
  );
  expect(probes.map(({ step }) => step)).toEqual([0, 4, 8, 9]);

  expect(await saved(store)).toEqual(whole);
  expect(whole.checkpoint).toBeNull();
});

test('stopped by the user, it resumes from that very step', async () => {
  const whole = await undisturbed();
  const store = memoryKeyValue();
  const lab = await labOn(store);
  const stopped = runJob(lab, 'reinforce', { settings }, (event, abort) => {
    if (isStep(5)(event)) abort();
  });
  await expect(stopped).rejects.toThrow('abort');
  expect((await runSlots.checkpoint.read(store))?.state.step).toBe(5);
  await runJob(lab, 'reinforce', { settings, resume: true });
  expect((await saved(store)).reinforce).toEqual(whole.reinforce);
});

test('a finished run is restored in another lab', async () => {
  const store = memoryKeyValue();
  const first = await labOn(store);
  await runJob(first, 'reinforce', { settings });
  await runJob(first, 'label', { settings });
  const { result: unlearned } = await runJob(first, 'unlearn', { settings, monitor, overrides });
  const { report, ...made } = (await runJob(first, 'evaluate', { settings, variants: ['unlearned'] })).result;
  await store.change({
    put: { ...runSlots.report.put(writeReport(report)), ...runSlots.evaluate.put(made) },
  });
  const ask = {
    prompts: ['Bea met'],
    variants: ['reinforced', 'unlearned'],
    maxTokens: 5,
    settings,
  } as const;
  const { result: answers } = await runJob(first, 'ask', ask);

  const lab = await labOn(store);
  const { result } = await runJob(lab, 'restore', {});
  expect(result.interrupted).toBeNull();
  expect(result.unlearn).toMatchObject(unlearned);
  expect(result.evaluate).toEqual({ ...made, report: JSON.parse(JSON.stringify(report)) as unknown });
  expect(stages(lab, overrides)).toEqual(['done', 'done', 'done']);
  expect((await runJob(lab, 'ask', ask)).result).toEqual(answers);
  const { result: again } = await runJob(lab, 'evaluate', { settings, variants: ['unlearned'] });
  expect(again.report.curves).toEqual(report.curves);

  // With other labels the model is still there, but it is out of date.
  expect(stages(lab, [])).toEqual(['done', 'done', 'outOfDate']);
});

test('a checkpoint of another text or other settings is not resumed', async () => {
  const store = memoryKeyValue();
  await killedAfter(await labOn(store), 'reinforce', { settings }, isStep(7));
  const other = { ...settings, seed: 2 };
  const { events } = await runJob(await labOn(store), 'reinforce', { settings: other, resume: true });
  expect(events.some(({ kind }) => kind === 'resumed')).toBe(false);

  const text = { title: 'Another', passages: ['Cab met Bea at noon. Bea was sad.'] };
  const lab = microLab({ 'w/forget.json': text }, store);
  labs.push(lab);
  await runJob(lab, 'load', microLoad);
  const { result } = await runJob(lab, 'restore', {});
  expect(result).toMatchObject({ label: null, unlearn: null, evaluate: null });
  expect(stages(lab, [])[0]).toBe('outOfDate');
  const resumed = await runJob(lab, 'reinforce', { settings, resume: true });
  expect(resumed.events.some(({ kind }) => kind === 'resumed')).toBe(false);
  expect(result.interrupted?.fingerprint).not.toEqual(resumed.result.fingerprint);
});

test('an error explains why a training diverged', async () => {
  const lab = microLab(overflowing, memoryKeyValue());
  labs.push(lab);
  await runJob(lab, 'load', microLoad);
  const run = runJob(lab, 'reinforce', { settings });
  await expect(run).rejects.toMatchObject({ code: 'train/diverged', params: { step: '1', good: '' } });
});

test('the last good state of a training that diverged can be taken, and is saved', async () => {
  const store = memoryKeyValue();
  const lab = await labOn(store);
  let steps = 0;
  const astray = vi
    .spyOn(DivergenceMonitor.prototype, 'hasDiverged', 'get')
    .mockImplementation(() => ++steps === 12);
  const run = runJob(lab, 'reinforce', { settings });
  await expect(run).rejects.toMatchObject({ code: 'train/diverged', params: { step: '12', good: '10' } });
  astray.mockRestore();
  await expect(runJob(lab, 'label', { settings })).rejects.toThrow('Reinforce');
  await expect(runJob(lab, 'rescue', { stage: 'unlearn' })).rejects.toThrow('Unlearn');
  await runJob(lab, 'rescue', { stage: 'reinforce' });
  await runJob(lab, 'label', { settings });
  const { result } = await runJob(await labOn(store), 'restore', {});
  expect(result.reinforce?.losses).toHaveLength(10);
  expect(result.label).not.toBeNull();
});

test('a full disk does not stop a training', async () => {
  const full: KeyValue = {
    ...memoryKeyValue(),
    change: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
  };
  const { events } = await runJob(await labOn(full), 'reinforce', { settings });
  expect(events).toContainEqual({ kind: 'checkpoint', step: null, isSaved: false });
});
