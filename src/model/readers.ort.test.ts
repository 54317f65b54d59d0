/** Generation by one graph and layer by layer. */
import { afterAll, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout, allProjections } from '../llama/lora';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { executions, type Plan } from './execution';
import { generate } from './generate';
import type { GenerationInput } from './generation-inputs';
import { microConfig, microWeights } from './micro';
import { Model } from './model';

const device = openNative(1);
afterAll(() => device.release());
const lora = { ...allProjections, rank: 2 };
const { size } = adapterLayout(microConfig, lora);
const random = prng(5);
const adapter = () => ({ lora, flat: Float32Array.from({ length: size }, () => random.normal()) });
const [reinforced, unlearned] = [adapter(), adapter()];
const text = (length: number): Int32Array => Int32Array.from({ length }, () => random.below(48));

/** Every new token with its probability, as it is written. */
async function written(plan: Plan, inputs: readonly GenerationInput[]) {
  const model = await Model.open(device, microConfig, microWeights(microConfig), executions[plan]);
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
])('%s: the same tokens and probabilities by both plans', async (_, inputs) => {
  const [whole, layered] = [await written('whole', inputs), await written('layered', inputs)];
  expect(whole.length).toBeGreaterThan(inputs.length);
  expect(layered.map(({ input, id }) => [input, id])).toEqual(whole.map(({ input, id }) => [input, id]));
  layered.forEach(({ p }, i) => {
    expect(p).toBeCloseTo(whole[i]?.p ?? Number.NaN, 5);
  });
});
