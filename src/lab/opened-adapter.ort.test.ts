/** An adapter made elsewhere, beside the variants of a run or in place of one. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { exportedSource } from '../exchange/read-exported';
import { pipelineOf, type RunSettings } from '../methods/settings';
import type { StageName } from '../pipeline/stage';
import { missingBefore, statusOf } from '../pipeline/status';
import { readArchive, writeArchive } from '../store/archive';
import { memoryKeyValue, type KeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import type { Lab } from './lab';
import { microLab, microLoad, microSettings, runJob } from './micro-lab';
import { runOn } from './micro-run';
import { partsMade, savedFiles } from './saved-files';
import type { AdapterUse } from './stages/open-adapter';

const labs: Lab[] = [];
afterEach(async () => {
  for (const lab of labs.splice(0)) await lab.release();
});

async function loaded(store: KeyValue | null = null): Promise<Lab> {
  const lab = microLab({}, store);
  labs.push(lab);
  await runJob(lab, 'load', microLoad);
  return lab;
}

const fixture = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../exchange/fixtures/made/${file}`, import.meta.url)));
const made = { config: fixture('adapter_config.json'), weights: fixture('adapter_model.safetensors') };

const open = async (lab: Lab, as: AdapterUse, files = made, settings = microSettings) =>
  (await runJob(lab, 'openAdapter', { name: 'theirs', files, as, settings })).result;

const texts = [{ prompt: 'Bea met', expected: ' Cab' }];
async function expected(lab: Lab, variant: 'baseline' | 'unlearned' | 'opened', settings = microSettings) {
  const { result } = await runJob(lab, 'scoreContinuations', { texts, variant, settings });
  return Math.log(result[0] ?? Number.NaN);
}

async function asked(lab: Lab, settings: RunSettings = microSettings) {
  const input = { prompts: ['Bea met', 'she'], variants: ['baseline', 'unlearned'], maxTokens: 6 } as const;
  return (await runJob(lab, 'ask', { ...input, opened: true, settings })).result;
}

/** The files of an adapter that a run of this lab made. */
async function saved(lab: Lab, folder = 'adapters/unlearned') {
  const parts = partsMade(lab.workspace);
  const source = exportedSource(await savedFiles(lab, { parts, floats: 'F32', figures: [] }));
  const read = (file: string) => source.read(`${folder}/${file}`);
  return { config: await read('adapter_config.json'), weights: await read('adapter_model.safetensors') };
}

describe('to compare', () => {
  test('it answers beside the variants, of which it changes none', async () => {
    const lab = await loaded();
    const before = [await expected(lab, 'baseline'), await expected(lab, 'unlearned')];
    expect(await open(lab, 'compared')).toEqual({
      name: 'theirs',
      lora: { rank: 3, loraAlpha: 7, targets: ['q_proj', 'o_proj', 'gate_proj', 'down_proj'] },
      base: 'fixtures/saved/base',
      isOfThisModel: null,
      made: null,
      compared: null,
    });
    expect([await expected(lab, 'baseline'), await expected(lab, 'unlearned')]).toEqual(before);
    expect(await expected(lab, 'opened')).not.toBe(before[0]);
    const answers = await asked(lab);
    expect(answers.map((row) => row.length)).toEqual([3, 3]);
    for (const [baseline, unlearned, opened] of answers) {
      expect(unlearned).toBe(baseline);
      expect(opened).not.toBe(baseline);
    }
  });

  test('a saved adapter answers as the variant did', async () => {
    const lab = await loaded();
    await runOn(lab, microSettings, 'unlearn');
    expect((await open(lab, 'compared', await saved(lab))).isOfThisModel).toBe(true);
    expect(await expected(lab, 'opened')).toBe(await expected(lab, 'unlearned'));
    for (const [, unlearned, opened] of await asked(lab)) expect(opened).toBe(unlearned);
  });

  test('beside a baseline that read the text, it is still one of the model as it was loaded', async () => {
    const settings = { ...microSettings, readFirst: true, read: { ...microSettings.unlearn, steps: 8 } };
    const [lab, plain] = [await loaded(), await loaded()];
    await open(plain, 'compared');
    await runOn(lab, settings, 'read');
    await open(lab, 'compared', made, settings);
    expect(await expected(lab, 'opened', settings)).toBeCloseTo(await expected(plain, 'opened'), 4);
  });

  test('it is gone with the model, and asking for none is an error', async () => {
    const lab = await loaded();
    await open(lab, 'compared');
    await runJob(lab, 'load', microLoad);
    await expect(expected(lab, 'opened')).rejects.toThrow('No adapter is open');
    expect((await asked(lab)).map((row) => row.length)).toEqual([2, 2]);
  });
});

describe('in place of a training', () => {
  test('as reinforced, labels and unlearning follow from it', async () => {
    const lab = await loaded();
    const { lora, made: result } = await open(lab, 'reinforced');
    expect(result?.id).toBe(lab.workspace.results.reinforce?.id);
    const settings = { ...microSettings, lora: { ...lora, targets: [...lora.targets] } };
    await runJob(lab, 'label', { settings });
    await runJob(lab, 'unlearn', { settings });
    expect(partsMade(lab.workspace)).toEqual(['unlearned', 'merged', 'labels']);
    const parts = partsMade(lab.workspace);
    const source = exportedSource(await savedFiles(lab, { parts, floats: 'F32', figures: [] }));
    const card = new TextDecoder().decode(await source.read('merged/README.md'));
    expect(card).toContain('Reinforced adapter: theirs, made elsewhere');
  });

  test('as unlearned, it is what is asked and measured', async () => {
    const lab = await loaded();
    const before = await expected(lab, 'unlearned');
    await open(lab, 'compared');
    await open(lab, 'unlearned');
    expect(await expected(lab, 'unlearned')).toBe(await expected(lab, 'opened'));
    expect(await expected(lab, 'unlearned')).not.toBe(before);
    expect(partsMade(lab.workspace)).toEqual([]);
    // It can be evaluated at once; nothing is trained in its place.
    const now = lab.workspace.now(microSettings, {});
    expect(missingBefore(pipelineOf(microSettings), 'evaluate', now)).toEqual([]);
  });
});

describe('after a reload', () => {
  /** A lab that knows only what the store has, and what it restored. */
  async function reloaded(store: KeyValue) {
    const lab = await loaded(store);
    return { lab, restored: (await runJob(lab, 'restore', {})).result };
  }
  const statusIn = (lab: Lab, stage: StageName, settings: RunSettings) =>
    statusOf(pipelineOf(settings), stage, lab.workspace.now(settings, {})).kind;

  test('as unlearned, it answers the same, with nothing to run before it', async () => {
    const store = memoryKeyValue();
    const lab = await loaded(store);
    await runOn(lab, microSettings, 'reinforce'); // of another shape: it goes
    const { made: result, compared } = await open(lab, 'unlearned');
    const after = await reloaded(store);
    expect(after.restored).toMatchObject({ reinforce: null, damaged: [], unlearn: { ...result, compared } });
    expect(await expected(after.lab, 'unlearned')).toBe(await expected(lab, 'unlearned'));
    expect(await asked(after.lab)).toEqual(await asked(lab));
    expect(statusIn(after.lab, 'unlearn', microSettings)).toBe('done');
    expect(partsMade(after.lab.workspace)).toEqual([]);
  });

  test('as reinforced, labels follow from it, in a project that was exported and imported, too', async () => {
    const store = memoryKeyValue();
    const lab = await loaded(store);
    const { lora } = await open(lab, 'reinforced');
    const settings = { ...microSettings, lora: { ...lora, targets: [...lora.targets] } };
    const keys = await store.keys('');
    const read = async (key: string): Promise<[string, unknown]> => [key, await store.get(key)];
    const entries = Object.fromEntries(await Promise.all(keys.map(read)));
    const imported = memoryKeyValue();
    await imported.change({ put: readArchive('p', writeArchive({ name: 'p', entries })).entries });
    const after = await reloaded(imported);
    expect(statusIn(after.lab, 'reinforce', settings)).toBe('done');
    expect(after.lab.workspace.results.reinforce).toEqual(lab.workspace.results.reinforce);
    await runJob(lab, 'label', { settings });
    await runJob(after.lab, 'label', { settings });
    expect(after.lab.workspace.results.label?.id).toBe(lab.workspace.results.label?.id);
  });

  test.each([
    ['a number that is none', (flat: Float32Array) => flat.map((x, i) => (i === 3 ? Number.NaN : x))],
    ['too few numbers', (flat: Float32Array) => flat.slice(1)],
  ])('%s: it is said which adapter is damaged, and none is used', async (_, damage) => {
    const store = memoryKeyValue();
    await open(await loaded(store), 'unlearned');
    const saved = await runSlots.unlearn.read(store);
    if (!saved?.parameters) throw new Error('nothing was saved');
    await store.change({
      put: { [runSlots.unlearn.key]: { ...saved, parameters: damage(saved.parameters) } },
    });
    const { restored } = await reloaded(store);
    expect(restored).toMatchObject({ unlearn: null, damaged: [{ stage: 'unlearn', name: 'theirs' }] });
  });

  test('once the stage is trained, it is no adapter that was opened', async () => {
    const store = memoryKeyValue();
    const lab = await loaded(store);
    await open(lab, 'unlearned');
    await runOn(lab, microSettings, 'unlearn');
    const { lab: after } = await reloaded(store);
    expect(after.workspace.results.unlearn?.isGiven).toBeUndefined();
    expect(partsMade(after.workspace)).toEqual(['reinforced', 'unlearned', 'merged', 'labels']);
  });
});

test('nothing changes where a file is refused', async () => {
  const lab = await loaded();
  await open(lab, 'compared');
  const config = new TextEncoder().encode('{"peft_type": "LORA", "r": 3, "lora_alpha": 7, "use_dora": true}');
  await expect(open(lab, 'unlearned', { ...made, config })).rejects.toThrow('"use_dora" is not built');
  expect(lab.workspace.results.unlearn).toBeUndefined();
  expect(lab.workspace.opened?.name).toBe('theirs');
});
