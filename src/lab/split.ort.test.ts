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
  await without.release();
});
