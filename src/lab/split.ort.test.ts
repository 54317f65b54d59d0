/** Which split an evaluation asks for, and that its report says so. */
import { afterAll, expect, test } from 'vitest';
import { microFiles, microLab, microLoad, microSettings as settings, runJob } from './micro-lab';

const lab = microLab({
  'w/split.json': { split: 'test' },
  'w/sayings.json': [{ prompt: 'a red', references: ['egg'] }],
  'w/development/split.json': { split: 'development' },
  'w/development/everyday.json': microFiles['w/everyday.json'],
  'w/development/prompts.json': [{ prompt: 'he saw', references: ['Bea'] }],
});
afterAll(() => lab.release());

const asked = async (prompts?: readonly { prompt: string; references: string[]; subtlety: null }[]) => {
  const input = { settings, variants: ['baseline'], parts: ['completions'] } as const;
  const { result } = await runJob(lab, 'evaluate', { ...input, ...(prompts && { prompts }) });
  const { split, items } = result.report;
  const promptsOf = (metric: 'familiarity' | 'sayings'): string[] =>
    Object.values(items[metric] ?? {}).map(({ prompt }) => prompt);
  return { split, names: promptsOf('familiarity'), sayings: promptsOf('sayings') };
};

test('an evaluation asks for the test items, unless a lab was loaded with the development items', async () => {
  const { dataset } = (await runJob(lab, 'load', microLoad)).result;
  expect(dataset.split).toBe('test');
  expect(await asked()).toEqual({ split: 'test', names: ['she met'], sayings: ['a red'] });

  const load = { ...microLoad, split: 'development' } as const;
  expect((await runJob(lab, 'load', load)).result.dataset.split).toBe('development');
  expect(await asked()).toEqual({ split: 'development', names: ['he saw'], sayings: [] });
});

test('the items are replaced without the model, which keeps what it was trained to', async () => {
  await runJob(lab, 'load', microLoad);
  await runJob(lab, 'reinforce', { settings });
  const { model } = lab.workspace.ready('evaluate');
  const measured = async () => (await runJob(lab, 'measure', { settings, variant: 'baseline' })).result.names;
  const before = await measured();
  const { dataset, hashes } = (await runJob(lab, 'setSplit', { split: 'development' })).result;
  expect([dataset.split, dataset.prompts[0]?.prompt]).toEqual(['development', 'he saw']);
  expect(await asked()).toEqual({ split: 'development', names: ['he saw'], sayings: [] });
  expect(lab.workspace.ready('evaluate').model).toBe(model);
  expect(lab.workspace.results.reinforce).toBeDefined();
  expect(hashes.forgetSet).toBe((await runJob(lab, 'setSplit', { split: 'test' })).result.hashes.forgetSet);
  expect(await measured()).toBe(before);
  expect((await asked()).split).toBe('test');
});

test('beside a text of the user’s own, the other items are of the split that was asked for', async () => {
  const texts = {
    forget: { title: 'Mine', passages: ['he saw a red hat and then Fae ran. Fae had a cat.'] },
    dictionary: [{ term: 'Fae', translations: ['Ada'] as const }],
  };
  const neighbour = (prompt: string) => [{ prompt, references: ['egg'], part: 'own', retained: true }];
  const own = microLab({
    'w/split.json': { split: 'test' },
    'w/neighbour.json': neighbour('a hen'),
    'w/development/split.json': { split: 'development' },
    'w/development/everyday.json': {
      title: 'Other',
      passages: ['he had a red hen and a cat. a man had a hat.'],
    },
    'w/development/prompts.json': [{ prompt: 'he saw', references: ['Bea'] }],
    'w/development/neighbour.json': neighbour('a cat'),
  });
  const first = (await runJob(own, 'load', { ...microLoad, texts })).result;
  const { dataset, hashes } = (await runJob(own, 'setSplit', { split: 'development' })).result;
  expect(dataset.prompts).toEqual(first.dataset.prompts);
  expect(hashes.heldOut).not.toBe(first.hashes.heldOut);
  const input = { settings, variants: ['baseline'], parts: ['neighbour'] } as const;
  const { items } = (await runJob(own, 'evaluate', input)).result.report;
  expect(Object.values(items.neighbour ?? {}).map(({ prompt }) => prompt)).toEqual(['a cat']);
  await own.release();
});

test('a user’s own prompts belong to no split', async () => {
  await runJob(lab, 'load', microLoad);
  const prompts = [{ prompt: 'the hen', references: ['Bea'], subtlety: null }];
  expect(await asked(prompts)).toEqual({ split: undefined, names: ['the hen'], sayings: [] });
});

test('a data set without development items says which file it lacks', async () => {
  const without = microLab();
  await expect(runJob(without, 'load', { ...microLoad, split: 'development' })).rejects.toMatchObject({
    code: 'file/missing',
  });
  await runJob(without, 'load', microLoad);
  await expect(runJob(without, 'setSplit', { split: 'development' })).rejects.toMatchObject({
    code: 'file/missing',
  });
  expect(without.workspace.ready('evaluate').split).toBe('test');
  await without.release();
});
