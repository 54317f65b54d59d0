/**
 * Every method on a micro data set: it unlearns, resumes bit-identically after a kill on the binary that the page runs, and
 * is restored and evaluated.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { methodNames } from '../methods/catalogue';
import { parseSettings, pipelineOf, settingsFor, unlearningOf, type RunSettings } from '../methods/settings';
import { stagesOf, type StageName } from '../pipeline/stage';
import type { Device } from '../runtime/device';
import { openWasmInNode } from '../runtime/ort-web-node';
import { memoryKeyValue, type KeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import { labHost, type Made } from './lab-host';
import type { Lab } from './lab';
import { microLab, microLoad, microSettings, runJob } from './micro-lab';
import { runTo, type RunEvent } from './run-to';

const labs: Lab[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const lab of labs.splice(0)) await lab.release();
});

const settingsOf = (method: (typeof methodNames)[number]) => {
  const { reinforce, unlearn, lora, blockLength } = microSettings;
  return parseSettings({ ...settingsFor(method), reinforce, unlearn, lora, blockLength });
};

/** A lab that knows only what the store has, as after a reload. */
async function labOn(store: KeyValue, open?: () => Promise<Device>): Promise<Lab> {
  const lab = microLab({}, store, open);
  labs.push(lab);
  await runJob(lab, 'load', microLoad);
  await runJob(lab, 'restore', {});
  return lab;
}

/** Runs the missing stages up to `target`; `until` ends it without a signal, as when a worker is killed. */
async function run(
  lab: Lab,
  settings: RunSettings,
  target: StageName,
  until: (event: RunEvent) => boolean = () => false,
) {
  const made: Made = {};
  const plan = { settings, evaluate: { variants: ['baseline', 'unlearned'], parts: ['text'] } } as const;
  const host = labHost(lab, plan, new AbortController().signal, made);
  const events: RunEvent[] = [];
  vi.useFakeTimers({ toFake: ['performance'] });
  for await (const event of runTo(host, target, { resume: true })) {
    events.push(event);
    if (event.kind === 'progress') vi.advanceTimersByTime(2000); // a checkpoint every second step
    if (until(event)) break;
  }
  vi.useRealTimers();
  return { made, events };
}

const lossesOf = (events: readonly RunEvent[]) =>
  events.flatMap((one) => (one.kind === 'progress' && one.event.kind === 'step' ? [one.event.loss] : []));
const lastTraining = (settings: RunSettings) =>
  unlearningOf(settings).by === 'training' ? 'unlearn' : 'reinforce';

describe.each(methodNames)('%s', (method) => {
  const settings = settingsOf(method);

  test('killed in its last training and resumed in another lab, it ends in the same bits on WASM', async () => {
    const [whole, broken] = [memoryKeyValue(), memoryKeyValue()];
    const lab = (store: KeyValue) => labOn(store, openWasmInNode);
    const { events } = await run(await lab(whole), settings, 'unlearn');
    const training = lastTraining(settings);
    await run(
      await lab(broken),
      settings,
      'unlearn',
      (event) =>
        event.kind === 'progress' &&
        event.stage === training &&
        event.event.kind === 'step' &&
        event.event.step === 3,
    );
    const again = await run(await lab(broken), settings, 'unlearn');
    expect(again.events.some((one) => one.kind === 'progress' && one.event.kind === 'resumed')).toBe(true);
    expect(lossesOf(again.events)).toEqual(lossesOf(events).slice(-2));
    const [first, second] = [await runSlots.unlearn.read(whole), await runSlots.unlearn.read(broken)];
    expect(second?.parameters).toEqual(first?.parameters);
    expect(first).not.toBeNull();
  });

  test('its unlearned model is another than the baseline, also when it is restored', async () => {
    const store = memoryKeyValue();
    const lab = await labOn(store);
    const { made, events } = await run(lab, settings, 'evaluate');
    const stages = events.flatMap((event) => (event.kind === 'made' ? [event.stage] : []));
    expect(stages).toEqual(stagesOf(pipelineOf(settings), settings));
    expect(made.report?.settings.method).toBe(method);
    const { baseline, unlearned } = made.report?.evaluation ?? {};
    expect(unlearned?.perplexity?.agg_value).not.toBe(baseline?.perplexity?.agg_value);
    const ask = {
      prompts: ['Bea met'],
      variants: ['baseline', 'unlearned'],
      maxTokens: 6,
      settings,
    } as const;
    const { result: answers } = await runJob(lab, 'ask', ask);

    const other = await labOn(store);
    expect((await run(other, settings, 'evaluate')).made.report?.evaluation).toMatchObject({
      unlearned: { perplexity: unlearned?.perplexity },
    });
    expect((await runJob(other, 'ask', ask)).result).toEqual(answers);
  });
});

test('equation 1 at decoding answers as equation 1 does, and has no weights to save or attack', async () => {
  const store = memoryKeyValue();
  const lab = await labOn(store);
  const settings = parseSettings({ ...settingsOf('equation1'), alpha: 3 });
  await run(lab, settings, 'unlearn');
  expect((await runSlots.unlearn.read(store))?.parameters).toBeNull();
  const ask = {
    prompts: ['Bea met', 'she'],
    variants: ['equation1', 'unlearned'],
    maxTokens: 8,
    settings,
  } as const;
  for (const [pair, unlearned] of (await runJob(lab, 'ask', ask)).result) expect(unlearned).toBe(pair);
  const plan = { settings, variants: ['equation1', 'unlearned'], parts: ['text', 'bits4'] } as const;
  const { report } = (await runJob(lab, 'evaluate', plan)).result;
  expect(report.evaluation.unlearned?.perplexity).toEqual(report.evaluation.equation1?.perplexity);
  expect(report.attacks?.bits4?.voices.unlearned).toBeUndefined();

  // After another method, its adapter answers again.
  await run(lab, settingsOf('taskVector'), 'unlearn');
  const { result } = await runJob(lab, 'measure', { settings, variant: 'unlearned' });
  expect(result.perplexity).not.toBe(report.evaluation.unlearned?.perplexity?.agg_value);
});
