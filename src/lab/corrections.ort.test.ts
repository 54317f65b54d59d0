/** How reviewers' decisions reach the lab: labels go into the training, a dictionary into the texts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LabelOverride } from '../unlearn/overrides';
import { supervised, type Labels } from '../unlearn/record';
import type { JobInput } from './jobs';
import { microLab, microLoad, microSettings, runJob } from './micro-lab';

const settings = { ...microSettings, reinforced: false };

describe('labels set by reviewers', () => {
  const lab = microLab();
  let labels: Labels;
  beforeAll(async () => {
    await runJob(lab, 'load', microLoad);
    labels = (await runJob(lab, 'label', { settings })).result.labels;
  });
  afterAll(() => lab.release());

  const losses = async (overrides?: JobInput<'unlearn'>['overrides']): Promise<number[]> => {
    const { events } = await runJob(lab, 'unlearn', { settings, ...(overrides && { overrides }) });
    return events.flatMap((event) => (event.kind === 'step' ? [event.loss] : []));
  };
  const everywhere = (label: LabelOverride['label']): LabelOverride[] =>
    labels.blocks.flatMap((record, block) =>
      supervised(record).map((position) => ({ block, position, label, by: ['ann'] })),
    );

  test('are trained on; confirmed ones change nothing', async () => {
    const machine = await losses();
    expect(await losses(everywhere(null))).toEqual(machine);
    const [first, second] = [await losses(everywhere(5)), await losses(everywhere(5))];
    expect(first).not.toEqual(machine);
    expect(second).toEqual(first);
    // The next run trains on the generic labels again: the run's own labels were not changed.
    expect(await losses([])).toEqual(machine);
  });

  test.each([
    [{ block: 0, position: 1, label: 48, by: [] }, 'overrides.0.label'],
    [{ block: -1, position: 1, label: 4, by: [] }, 'overrides.0.block'],
  ])('that cannot be are named, and nothing is trained', async (override, field) => {
    await expect(losses([override])).rejects.toThrow(field);
  });
});

describe('a corrected dictionary', () => {
  const lab = microLab();
  beforeAll(() => runJob(lab, 'load', microLoad));
  afterAll(() => lab.release());
  const withModel = { ...microSettings, reinforced: true };
  const label = async (): Promise<Labels> =>
    (await runJob(lab, 'label', { settings: withModel })).result.labels;

  test('is used for the translation; the reinforced model is not affected', async () => {
    await runJob(lab, 'reinforce', { settings: withModel });
    const before = await label();
    const dictionary = [{ term: 'Bea', translations: ['Fay'] }] as const;
    const { result } = await runJob(lab, 'setDictionary', { dictionary });
    expect(result.dataset.dictionary).toEqual(dictionary);
    expect(result.hashes.world).not.toBe(before.origin.hashes.world);
    await expect(runJob(lab, 'unlearn', { settings: withModel })).rejects.toThrow('result of Labels');
    const after = await label();
    expect(new Set(after.blocks.flatMap(({ anchors }) => anchors.map(({ term }) => term)))).toEqual(
      new Set(['Bea']),
    );
    expect(result.hashes).toMatchObject(after.origin.hashes);
  });

  test('with an empty translation is refused, and the previous one stays in use', async () => {
    const empty = [{ term: 'Bea', translations: [' '] }] as const;
    await expect(runJob(lab, 'setDictionary', { dictionary: empty })).rejects.toThrow('term "Bea"');
    expect((await label()).blocks.length).toBeGreaterThan(0);
  });
});
