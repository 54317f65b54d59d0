/** The whole method layer by layer, on the binary that the page runs: killed and resumed, and beside the other plan. */
import { afterEach, expect, test } from 'vitest';
import type { Plan } from '../model/execution';
import type { BitChoice } from '../model/plan-choice';
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

async function labOn(store: KeyValue, plan: Plan, weightBits: BitChoice = '32'): Promise<Lab> {
  const lab = await restoredLab({ store, open: openWasmInNode, load: { plan, weightBits } });
  labs.push(lab);
  return lab;
}

const settingsOf = (plan: Plan) => ({ ...microSettings, plan });

test.each([
  ['layered', '32'],
  ['layered', '4'],
  ['whole', '4'],
] as const)(
  '%s, %s bits: killed in its last training and resumed elsewhere, a run ends in the same bits',
  async (plan, weightBits) => {
    const [whole, broken] = [memoryKeyValue(), memoryKeyValue()];
    const settings = { ...settingsOf(plan), weightBits };
    const start = (store: KeyValue) => labOn(store, plan, weightBits);
    const { events } = await runOn(await start(whole), settings, 'unlearn');
    await runOn(await start(broken), settings, 'unlearn', killedAfter('unlearn', 3));
    const again = await runOn(await start(broken), settings, 'unlearn');
    expect(again.events.some((one) => one.kind === 'progress' && one.event.kind === 'resumed')).toBe(true);
    expect(lossesOf(again.events)).toEqual(lossesOf(events).slice(-2));
    const [first, second] = [await runSlots.unlearn.read(whole), await runSlots.unlearn.read(broken)];
    expect(second?.parameters).toEqual(first?.parameters);
    expect(first).not.toBeNull();
  },
);

test('both plans have the same losses, adapters, labels and answers', async () => {
  const of = async (plan: Plan) => {
    const store = memoryKeyValue();
    const [lab, settings] = [await labOn(store, plan), settingsOf(plan)];
    const { made, events } = await runOn(lab, settings, 'unlearn');
    const ask = {
      prompts: ['Bea met', 'she'],
      variants: ['baseline', 'reinforced', 'equation1', 'unlearned'],
      maxTokens: 8,
      settings,
    } as const;
    const { result: answers } = await runJob(lab, 'ask', ask);
    const { result: measured } = await runJob(lab, 'measure', { settings, variant: 'unlearned' });
    const parameters = (await runSlots.unlearn.read(store))?.parameters ?? new Float32Array();
    return { labels: made.labels?.blocks.map(({ labels }) => labels), losses: lossesOf(events), answers, measured, parameters }; // prettier-ignore
  };
  const [whole, layered] = [await of('whole'), await of('layered')];
  expect(layered.labels).toEqual(whole.labels);
  expect(layered.answers).toEqual(whole.answers);
  whole.losses.forEach((loss, i) => {
    expect(Math.abs((layered.losses[i] ?? Number.NaN) / loss - 1)).toBeLessThan(1e-4);
  });
  expect(layered.measured.perplexity / whole.measured.perplexity).toBeCloseTo(1, 4);
  whole.parameters.forEach((x, i) => {
    expect(Math.abs(x - (layered.parameters[i] ?? Number.NaN))).toBeLessThan(1e-4);
  });
});
