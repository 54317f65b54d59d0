/** Generation by one graph, layer by layer, and by one graph that goes on from what was read layer by layer. */
import { afterAll, expect, test, vi } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout, allProjections } from '../llama/lora';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { executions, type Execution } from './execution';
import { generate } from './generate';
import type { GenerationInput } from './generation-inputs';
import { microConfig, microWeights } from './micro';
import { Model } from './model';

/** It copies what it is fed, as WASM does. */
const device = openNative(1, true);
afterAll(() => device.release());
const { whole, layered } = executions;
const resident = { ...layered, residentBytes: 2 ** 20 };
const lora = { ...allProjections, rank: 2 };
const { size } = adapterLayout(microConfig, lora);
const random = prng(5);
const adapter = () => ({ lora, flat: Float32Array.from({ length: size }, () => random.normal()) });
const [reinforced, unlearned] = [adapter(), adapter()];
const text = (length: number): Int32Array => Int32Array.from({ length }, () => random.below(48));

/** Every new token with its probability, as it is written. */
async function written(execution: Execution, inputs: readonly GenerationInput[]) {
  const model = await Model.open(device, microConfig, microWeights(microConfig), execution);
  const bank = new AdapterBank(device, microConfig, lora);
  await bank.set('reinforced', reinforced);
  await bank.set('unlearned', unlearned);
  const tokens = [];
  for await (const step of generate(model, bank, inputs, { maxTokens: 12, stopAt: [7] }))
    for (const { input, id, odds } of step) tokens.push({ input, id, p: odds(0).probability });
  await bank.release();
  await model.release();
  return tokens;
}

const [short, long] = [text(1), text(21)];
const equation1 = { variant: 'equation1', translated: null, space: 'raw', alpha: 0.7 } as const;

test.each<[string, readonly GenerationInput[]]>([
  ['one variant', [{ variant: 'unlearned', ids: text(5) }]],
  [
    'variants with prompts of different length',
    [
      { variant: 'baseline', ids: short },
      { variant: 'reinforced', ids: long },
      { variant: 'unlearned', ids: text(17) },
    ],
  ],
  [
    'equation 1 beside a variant',
    [
      { ...equation1, ids: long },
      { ...equation1, ids: text(4), translated: { ids: text(6), forbidden: [3, 9] } },
      { variant: 'unlearned', ids: short },
    ],
  ],
])('%s: the same tokens and probabilities by both plans, with weights fed or kept', async (_, inputs) => {
  const expected = await written(whole, inputs);
  expect(expected.length).toBeGreaterThan(inputs.length);
  for (const execution of [layered, resident]) {
    const found = await written(execution, inputs);
    expect(found.map(({ input, id }) => [input, id])).toEqual(expected.map(({ input, id }) => [input, id]));
    found.forEach(({ p }, i) => {
      expect(p).toBeCloseTo(expected[i]?.p ?? Number.NaN, 5);
    });
  }
});

test('a graph that keeps the weights is compiled where they fit, and only there', async () => {
  const compiled = vi.spyOn(device, 'compile');
  for (const [execution, holds] of [
    [layered, false],
    [resident, true],
  ] as const) {
    compiled.mockClear();
    await written(execution, [{ variant: 'baseline', ids: text(20) }]);
    const decoders = compiled.mock.calls.filter(([graph]) => graph.weights.size > 2);
    expect(decoders.map(([, , options]) => options?.holdsWeights)).toEqual(holds ? [true] : []);
  }
});
