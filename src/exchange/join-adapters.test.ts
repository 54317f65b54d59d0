import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout, type LoraSettings } from '../llama/lora';
import { mergeAdapter } from '../model/merge';
import { microConfig, microWeights } from '../model/micro';
import { joinAdapters } from './join-adapters';

const random = prng(4);
const adapter = (lora: LoraSettings) => ({
  lora,
  flat: Float32Array.from({ length: adapterLayout(microConfig, lora).size }, () => random.normal()),
});

test('one after the other or as one, two adapters give the same weights', () => {
  const first = adapter({ rank: 2, loraAlpha: 3, targets: ['q_proj', 'down_proj'] });
  const second = adapter({ rank: 3, loraAlpha: 8, targets: ['down_proj', 'o_proj'] });
  const joined = joinAdapters(microConfig, first, second);
  expect(joined.lora).toEqual({ rank: 5, loraAlpha: 5, targets: ['q_proj', 'o_proj', 'down_proj'] });
  const weights = microWeights(microConfig);
  const both = mergeAdapter(microConfig, mergeAdapter(microConfig, weights, first), second);
  const asOne = mergeAdapter(microConfig, weights, joined);
  for (const [name, { data }] of both)
    data.forEach((x, i) => expect(asOne.get(name)?.data[i]).toBeCloseTo(x, 4));
  const name = 'model.layers.1.mlp.down_proj.weight';
  expect(asOne.get(name)?.data).not.toEqual(weights.get(name)?.data);
});
