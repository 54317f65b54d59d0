/** What a change of settings removes, and what can still be asked after it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunSettings } from '../methods/settings';
import { PackedWeights } from '../model/packed-weights';
import type { Lab } from './lab';
import { microLab, microLoad, microSettings as settings, overflowing, runJob } from './micro-lab';

const changed = (change: Partial<RunSettings>): RunSettings => ({ ...settings, ...change });

describe('what was trained', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = microLab();
    await runJob(lab, 'load', microLoad);
    await runJob(lab, 'reinforce', { settings });
    await runJob(lab, 'label', { settings });
    await runJob(lab, 'unlearn', { settings });
  });
  afterEach(() => lab.release());

  const names = async (variant: 'baseline' | 'reinforced' | 'unlearned', by = settings) =>
    (await runJob(lab, 'measure', { settings: by, variant })).result.names;
  const everyVariant = async () => [
    await names('baseline'),
    await names('reinforced'),
    await names('unlearned'),
  ];

  test('differs from variant to variant', async () => {
    expect(new Set(await everyVariant()).size).toBe(3);
  });

  test.each([
    { alpha: 2 },
    { softLabels: true },
    { unlearn: { ...settings.unlearn, steps: 3 } },
    { forbid: false, maskRepeats: false },
    { matchRule: 'first', wordBoundary: false },
  ] as const)('stays when only what follows it changes: %j', async (change) => {
    const before = await everyVariant();
    await runJob(lab, 'label', { settings: changed(change) });
    expect(await everyVariant()).toEqual(before);
    await runJob(lab, 'unlearn', { settings: changed(change) });
    expect(await names('reinforced')).toBe(before[1]);
  });

  test('answers the same by another plan, for which the model is opened again', async () => {
    const [before, by] = [await everyVariant(), changed({ plan: 'layered' })];
    const planNow = () => lab.workspace.ready('measure').model.execution.plan;
    expect(planNow()).toBe('whole');
    for (const [i, variant] of (['baseline', 'reinforced', 'unlearned'] as const).entries())
      expect(await names(variant, by)).toBeCloseTo(before[i] ?? Number.NaN, 5);
    expect(planNow()).toBe('layered');
    const { result } = await runJob(lab, 'evaluate', {
      settings: by,
      variants: ['baseline'],
      parts: ['text'],
    });
    expect(result.report.versions.plan).toBe('layered');
    expect(await everyVariant()).toEqual(before);
    expect(planNow()).toBe('whole');
  });

  test('answers a little differently in 8 and 4 bits, for which the model is opened again', async () => {
    const before = await everyVariant();
    const bitsNow = () => lab.workspace.ready('measure').model.execution.weightBits;
    const changes = [];
    for (const weightBits of ['8', '4'] as const) {
      const probability = await names('baseline', changed({ weightBits }));
      expect(bitsNow()).toBe(Number(weightBits));
      changes.push(Math.abs(probability - (before[0] ?? Number.NaN)));
    }
    expect(changes[0]).toBeGreaterThan(0);
    expect(changes[1]).toBeGreaterThan(changes[0] ?? Number.NaN);
    expect(changes[1]).toBeLessThan(0.2);
    const { result } = await runJob(lab, 'evaluate', {
      settings: changed({ weightBits: '4' }),
      variants: ['baseline'],
      parts: ['text'],
    });
    expect(result.report.versions.weightBits).toBe('4');
    // Its weights are kept in the bits that it runs in, and read again for more.
    expect(lab.workspace.ready('measure').files.weights).toBeInstanceOf(PackedWeights);
    expect(await everyVariant()).toEqual(before);
    expect(bitsNow()).toBe(32);
  });

  test('is not mixed with another model, should its files have changed before they are read again', async () => {
    const files: Record<string, unknown> = {};
    const other = microLab(files);
    const by = changed({ weightBits: '4' });
    await runJob(other, 'load', { ...microLoad, weightBits: '4' });
    Object.assign(files, overflowing);
    const measured = (settings: RunSettings) => runJob(other, 'measure', { settings, variant: 'baseline' });
    await expect(measured(settings)).rejects.toThrow(
      'm: expected the model that was loaded before, got another',
    );
    await expect(measured(by)).resolves.toBeDefined();
    await other.release();
  });

  test('is kept with another dictionary', async () => {
    const sayings = () =>
      runJob(lab, 'ask', {
        prompts: ['she met'],
        variants: ['reinforced', 'unlearned'],
        maxTokens: 8,
        settings,
      });
    const { result: before } = await sayings();
    await runJob(lab, 'setDictionary', { dictionary: [{ term: 'Bea', translations: ['Zoe'] }] });
    await runJob(lab, 'label', { settings });
    expect((await sayings()).result).toEqual(before);
  });

  test('gets other labels when a repeated sentence is left alone', async () => {
    const settings = changed({ repeatedSentences: true });
    const forget = {
      title: 'A text',
      passages: Array.from({ length: 3 }, () => 'Bea ran. he had a red egg. Cab sat.'),
    };
    await runJob(lab, 'load', {
      ...microLoad,
      texts: { forget, dictionary: [{ term: 'Bea', translations: ['Ada'] }] },
    });
    const spans = async (sentences?: readonly string[]) => {
      const dictionary = [{ term: 'Bea', translations: ['Ada'] as const }];
      await runJob(lab, 'setDictionary', { dictionary, ...(sentences ? { sentences } : {}) });
      return lab.workspace.texts(settings).aligned.flatMap((block) => block.sentences).length;
    };
    const found = await spans();
    expect(found).toBeGreaterThan(0);
    expect(await spans([])).toBe(0);
    expect(await spans()).toBe(found);
  });

  test('can still be asked when the reinforced model is trained again, even on other blocks', async () => {
    await runJob(lab, 'unlearn', { settings, monitor: { every: 2 } });
    const before = await names('unlearned');
    await runJob(lab, 'reinforce', { settings });
    expect(await names('unlearned')).toBe(before);
    const other = changed({ seed: 7, reinforce: { ...settings.reinforce, steps: 2 } });
    await runJob(lab, 'reinforce', { settings: other });
    expect(await names('unlearned', other)).toBe(before);
    const { result } = await runJob(lab, 'evaluate', {
      settings: other,
      variants: ['unlearned'],
      parts: ['text'],
    });
    expect(result.report.curves.familiarity?.unlearned).toHaveLength(3);
    await expect(runJob(lab, 'unlearn', { settings: other })).rejects.toThrow('needs the result of Labels');
  });

  test('is kept when a training with other settings is cancelled', async () => {
    const before = await everyVariant();
    const other = changed({ lora: { ...settings.lora, rank: 3 }, blockLength: 12 });
    const cancelled = runJob(lab, 'reinforce', { settings: other }, ({ kind }, abort) => {
      if (kind === 'step') abort();
    });
    await expect(cancelled).rejects.toThrow('aborted');
    expect(await everyVariant()).toEqual(before);
    expect((await runJob(lab, 'unlearn', { settings })).events.length).toBeGreaterThan(0);
  });

  test('is dropped when the shape of the adapters changes', async () => {
    const other = changed({ lora: { ...settings.lora, rank: 3 } });
    await runJob(lab, 'reinforce', { settings: other });
    expect(await names('unlearned', other)).toBe(await names('baseline', other));
  });
});
