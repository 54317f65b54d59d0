import { expect, test } from 'vitest';
import { prng } from '../../base/prng';
import { size } from '../../base/shape';
import { interpret, type Feeds } from '../../graph/interpret';
import { fromIndices, type NdArray } from '../../graph/nd-array';
import { parseConfig } from '../config';
import { adapterLayout, allProjections } from '../lora';
import { weightShapes } from '../weights';
import { decodeGraph, prefillGraph, type AdapterUse } from './decode';
import { mergeGraph } from './merge';

const micro = parseConfig({
  model_type: 'llama',
  vocab_size: 7,
  hidden_size: 8,
  intermediate_size: 6,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  num_key_value_heads: 1,
});
const lora = { ...allProjections, rank: 2 };
const shape = { batch: 2, length: 1, context: 4, lora, bank: 3, oneVariant: true, outputs: null };
const random = prng(3);
const normal = (dims: readonly number[]): NdArray => fromIndices(dims, () => 0.3 * random.normal());
const numbers = (dims: readonly number[], ...data: number[]): NdArray => ({
  shape: dims,
  data: Float64Array.from(data),
});
const weights = Object.fromEntries([...weightShapes(micro)].map(([name, dims]) => [name, normal(dims)]));
const bank = normal([3, adapterLayout(micro, lora).size]);
const caches = Object.fromEntries(
  ['keys.0', 'values.0', 'keys.1', 'values.1'].map((name) => [name, normal([2, 1, 4, 4])]),
);
const rows = numbers([1], 1);
const ofEach = numbers([2], 2, 1);
const feeds: Feeds = {
  ...weights,
  ...caches,
  ids: numbers([2, 1], 3, 5),
  positions: numbers([2, 1], 2, 1),
  slots: numbers([2, 1], 2, 1),
  bank,
  rows,
};
const merged = (oneVariant: boolean, chosen: NdArray): Feeds =>
  Object.fromEntries(
    interpret(mergeGraph(micro, { ...shape, oneVariant }), { ...weights, bank, rows: chosen }),
  );

const logits = (adapters: AdapterUse, fed: Feeds, oneVariant = true): number[] => [
  ...(interpret(decodeGraph(micro, { ...shape, oneVariant, adapters }), fed).get('logits')?.data ?? []),
];

test.each([
  ['one adapter for both texts', true, rows],
  ['an adapter for each', false, ofEach],
])('%s, merged first, gives the same as from the bank', (_, oneVariant, chosen) => {
  const fed = { ...feeds, rows: chosen };
  const expected = logits('bank', fed, oneVariant);
  const found = logits('merged', { ...fed, ...merged(oneVariant, chosen) }, oneVariant);
  expect(found).toHaveLength(14);
  found.forEach((x, i) => {
    expect(x).toBeCloseTo(expected[i] ?? Number.NaN, 10);
  });
  expect(found).not.toEqual(logits('none', feeds));
});

test('without adapters, the same as with one that is zero', () => {
  const zeros = { ...bank, data: new Float64Array(size(bank.shape)) };
  expect(logits('none', feeds)).toEqual(logits('bank', { ...feeds, bank: zeros }));
});

test('the bank is fed only where it is read', () => {
  const inputs = (adapters: AdapterUse): string[] => [
    ...prefillGraph(micro, { ...shape, length: 2, adapters }).inputs.keys(),
  ];
  expect(inputs('bank')).toContain('bank');
  for (const adapters of ['merged', 'none'] as const) {
    expect(inputs(adapters)).not.toContain('bank');
    expect(inputs(adapters)).not.toContain('rows');
  }
});
