/** Generation with the adapter merged into a copy of the weights, and with the bank of adapters. */
import { afterAll, expect, test, vi } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout, allProjections } from '../llama/lora';
import { openNative } from '../runtime/node';
import { AdapterBank, type AdapterVariant } from './adapter-bank';
import { executions, type Execution } from './execution';
import { generate } from './generate';
import { microConfig, microWeights } from './micro';
import { Model } from './model';

/** It does not copy what it is fed, as graphics cards. */
const device = openNative(1);
afterAll(() => device.release());
const { whole } = executions;
const withoutCopy = { ...whole, residentBytes: 0 };
const lora = { ...allProjections, rank: 2 };
const { size } = adapterLayout(microConfig, lora);
const random = prng(7);
const flat = Float32Array.from({ length: size }, () => random.normal());
const prompt = (length: number): Int32Array => Int32Array.from({ length }, () => random.below(48));
const prompts = [prompt(21), prompt(3)];

/** Every new token with its probability, and what the graphs that decode are fed. */
async function written(execution: Execution, variants: readonly AdapterVariant[]) {
  const compiled = vi.spyOn(device, 'compile');
  const model = await Model.open(device, microConfig, microWeights(microConfig), execution);
  const bank = new AdapterBank(device, microConfig, lora);
  await bank.set('reinforced', { lora, flat });
  const tokens: { input: number; id: number; p: number }[] = [];
  const inputs = variants.map((variant, i) => ({ variant, ids: prompts[i] ?? prompt(2) }));
  for await (const step of generate(model, bank, inputs, { maxTokens: 12, stopAt: null }))
    for (const { input, id, odds } of step) tokens.push({ input, id, p: odds(0).probability });
  await bank.release();
  await model.release();
  const fed = compiled.mock.calls.map(([graph]) => [...graph.inputs.keys()]);
  compiled.mockRestore();
  return { tokens, decoders: fed.filter((names) => names.includes('slots')) };
}

const isMerged = (names: readonly string[]): boolean => names.some((name) => name.startsWith('merged.'));

test.each([
  ['one adapter for all texts', ['reinforced', 'reinforced']],
  ['two texts of different variants', ['reinforced', 'baseline']],
] as const)('%s: merged where copies of the weights are kept, with the same tokens', async (_, variants) => {
  const [copied, banked] = [await written(whole, variants), await written(withoutCopy, variants)];
  expect(copied.decoders.map((names) => isMerged(names))).toEqual([true, true]);
  expect(banked.decoders.map((names) => isMerged(names))).toEqual([false, false]);
  expect(copied.tokens.map(({ input, id }) => [input, id])).toEqual(
    banked.tokens.map(({ input, id }) => [input, id]),
  );
  copied.tokens.forEach(({ p }, i) => {
    expect(p).toBeCloseTo(banked.tokens[i]?.p ?? Number.NaN, 5);
  });
});

test.each([
  ['the baseline', ['baseline', 'baseline']],
  ['a variant that equals it', ['unlearned', 'baseline']],
] as const)('%s is read without adapters', async (_, variants) => {
  const { tokens, decoders } = await written(whole, variants);
  expect(tokens).toHaveLength(24);
  for (const names of decoders) expect(names.filter((name) => /bank|merged/.test(name))).toEqual([]);
});

test('more than two texts of different variants take their adapters from the bank', async () => {
  const { decoders } = await written(whole, ['reinforced', 'baseline', 'reinforced']);
  for (const names of decoders) expect(names).toContain('bank');
});
