import { describe, expect, test } from 'vitest';
import { backward } from '../autodiff/backward';
import { prng } from '../base/prng';
import { fromEntries } from '../base/records';
import { input, reshape } from '../graph/build';
import { graph } from '../graph/graph';
import { interpret, type Feeds } from '../graph/interpret';
import type { InputValue, Value } from '../graph/ir';
import { causalSequence } from './causal';
import { parseConfig } from './config';
import { decoder } from './decoder';
import { formulaWeights } from './golden/formula';
import { cut, flatten } from './layout';
import type { Parameters } from './linear';
import { adapterLayout, allProjections, pairsOf, type LoraSettings } from './lora';
import { stackedLayout, stacking, stacksOf } from './lora-stack';
import { frozen } from './parameters';

const config = parseConfig({
  model_type: 'llama',
  vocab_size: 7,
  hidden_size: 4,
  intermediate_size: 6,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  num_key_value_heads: 1,
});
const rank2 = { ...allProjections, rank: 2 };
const some: LoraSettings = { ...rank2, targets: ['q_proj', 'v_proj', 'up_proj', 'down_proj'] };
const random = prng(5);
const weights: Feeds = fromEntries(
  [...formulaWeights(config)].map(([name, { shape, data }]) => [
    name,
    { shape, data: Float64Array.from(data) },
  ]),
);

/** The logits and the gradient of their sum, with the adapter given in one form or the other. */
function run(
  flat: Float32Array,
  adapted: (vector: InputValue) => { tensors: Value[]; parameters: Parameters },
) {
  const vector = input('vector', 'f32', [flat.length]);
  const ids = input('ids', 'i32', [1, 3]);
  const { tensors, parameters } = adapted(vector);
  const { logits } = decoder(ids, config, causalSequence(config, 1, 3), parameters);
  const gradient = flatten(backward(logits, tensors));
  const found = interpret(graph({ vector, ids }, { logits, gradient: reshape(gradient, [flat.length]) }), {
    ...weights,
    ids: { shape: [1, 3], data: Float64Array.of(1, 5, 2) },
    vector: { shape: [flat.length], data: Float64Array.from(flat) },
  });
  const numbers = (name: 'logits' | 'gradient') => Float32Array.from(found.get(name)?.data ?? []);
  return { logits: numbers('logits'), gradient: numbers('gradient') };
}

const close = (a: Float32Array, b: Float32Array) => {
  expect(a.length).toBe(b.length);
  for (const [i, x] of a.entries()) expect(x).toBeCloseTo(b[i] ?? Number.NaN, 6);
};

describe.each([
  ['all projections', rank2],
  ['some', some],
])('an adapter of %s', (_, lora) => {
  const layout = adapterLayout(config, lora);
  const flat = Float32Array.from({ length: layout.size }, () => random.normal());
  const { stack, unstack, mask } = stacking(config, lora);
  const stacked = stack(flat);

  test('is stacked and taken apart again with the same bits, and is zero beside the diagonals', () => {
    expect(stacked.length).toBe(stackedLayout(config, lora).size);
    expect(unstack(stacked)).toEqual(flat);
    const isHere = (i: number) => mask[i % mask.length] === 1;
    expect(stacked.every((x, i) => isHere(i) || x === 0)).toBe(true);
    expect(stacked.filter((_x, i) => isHere(i)).length).toBe(flat.length);
  });

  test('gives the same logits and gradient when stacked', () => {
    const plain = run(flat, (vector) => {
      const tensors = cut(vector, layout);
      return { tensors: [...tensors.values()], parameters: frozen(config, pairsOf(tensors, lora)) };
    });
    const loaded = frozen(config, () => null);
    const together = run(stacked, (vector) => {
      const tensors = cut(vector, stackedLayout(config, lora));
      return {
        tensors: [...tensors.values()],
        parameters: { ...loaded, stack: stacksOf(config, lora, tensors) },
      };
    });
    close(together.logits, plain.logits);
    close(unstack(together.gradient), plain.gradient);
    expect(plain.gradient.some((x) => Math.abs(x) > 1e-3)).toBe(true);
  });
});
