/**
 * Every method on a micro data set: it unlearns, resumes bit-identically after a kill on the binary that the page runs, and
 * is restored and evaluated.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { methodNames } from '../methods/catalogue';
import { parseSettings, pipelineOf, settingsFor, unlearningOf, type RunSettings } from '../methods/settings';
import { stagesOf } from '../pipeline/stage';
import type { Device } from '../runtime/device';
import { openWasmInNode } from '../runtime/ort-web-node';
import { memoryKeyValue, type KeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import type { Lab } from './lab';
import { microSettings, runJob } from './micro-lab';
import { killedAfter, lossesOf, runOn, restoredLab } from './micro-run';

const labs: Lab[] = [];
afterEach(async () => {
  for (const lab of labs.splice(0)) await lab.release();
});

const settingsOf = (method: (typeof methodNames)[number]) => {
  const { reinforce, unlearn, lora, blockLength } = microSettings;
  return parseSettings({ ...settingsFor(method), reinforce, unlearn, lora, blockLength });
};

/** A lab that knows only what the store has, as after a reload. */
async function labOn(store: KeyValue, open?: () => Promise<Device>): Promise<Lab> {
  const lab = await restoredLab({ store, ...(open && { open }) });
  labs.push(lab);
  return lab;
}

const lastTraining = (settings: RunSettings) =>
  unlearningOf(settings).by === 'training' ? 'unlearn' : 'reinforce';

describe.each(methodNames)('%s', (method) => {
  const settings = settingsOf(method);

  test('killed in its last training and resumed in another lab, it ends in the same bits on WASM', async () => {
    const [whole, broken] = [memoryKeyValue(), memoryKeyValue()];
    const lab = (store: KeyValue) => labOn(store, openWasmInNode);
    const { events } = await runOn(await lab(whole), settings, 'unlearn');
    const training = lastTraining(settings);
    await runOn(await lab(broken), settings, 'unlearn', killedAfter(training, 3));
    const again = await runOn(await lab(broken), settings, 'unlearn');
    expect(again.events.some((one) => one.kind === 'progress' && one.event.kind === 'resumed')).toBe(true);
    expect(lossesOf(again.events)).toEqual(lossesOf(events).slice(-2));
    const [first, second] = [await runSlots.unlearn.read(whole), await runSlots.unlearn.read(broken)];
    expect(second?.parameters).toEqual(first?.parameters);
    expect(first).not.toBeNull();
  });

  test('its unlearned model is another than the baseline, also when it is restored', async () => {
    const store = memoryKeyValue();
    const lab = await labOn(store);
    const { made, events } = await runOn(lab, settings, 'evaluate');
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
    expect((await runOn(other, settings, 'evaluate')).made.report?.evaluation).toMatchObject({
      unlearned: { perplexity: unlearned?.perplexity },
    });
    expect((await runJob(other, 'ask', ask)).result).toEqual(answers);
  });
});

test('equation 1 at decoding answers as equation 1 does, and has no weights to save or attack', async () => {
  const store = memoryKeyValue();
  const lab = await labOn(store);
  const settings = parseSettings({ ...settingsOf('equation1'), alpha: 3 });
  await runOn(lab, settings, 'unlearn');
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
  await runOn(lab, settingsOf('taskVector'), 'unlearn');
  const { result } = await runJob(lab, 'measure', { settings, variant: 'unlearned' });
  expect(result.perplexity).not.toBe(report.evaluation.unlearned?.perplexity?.agg_value);
});
