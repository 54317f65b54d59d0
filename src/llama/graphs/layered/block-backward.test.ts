import { expect, test } from 'vitest';
import { prng } from '../../../base/prng';
import { interpret, type Feeds } from '../../../graph/interpret';
import { fromIndices, type NdArray } from '../../../graph/nd-array';
import { parseConfig } from '../../config';
import { adapterLayout, allProjections } from '../../lora';
import { blockShapes } from '../../weights';
import { blockGraph } from './block';
import { blockBackwardGraph } from './block-backward';
import { oneLayer } from './block-inputs';

const config = parseConfig({
  model_type: 'llama',
  vocab_size: 7,
  hidden_size: 8,
  intermediate_size: 6,
  num_hidden_layers: 3,
  num_attention_heads: 4,
  num_key_value_heads: 2,
});
const lora = { ...allProjections, rank: 2 };
const [batch, length] = [2, 3];
const { size: p } = adapterLayout(oneLayer(config), lora);
const random = prng(8);
const normal = (...shape: number[]): NdArray => fromIndices(shape, () => 0.5 * random.normal());
const weights = Object.fromEntries([...blockShapes(config)].map(([name, shape]) => [name, normal(...shape)]));
const hidden = normal(batch * length, config.hiddenSize);
const gradient = normal(batch * length, config.hiddenSize);
const parameters = normal(1, p);

/** Σ gradient · block(hidden), in float64. */
function weighted(before: NdArray, adapter: NdArray): number {
  const shape = { batch, length, lora, bank: 1, oneVariant: true, isPacked: false };
  const rows = { shape: [1], data: Float64Array.of(0) };
  const feeds: Feeds = { ...weights, before, bank: adapter, rows };
  const after = interpret(blockGraph(config, shape), feeds).get('hidden');
  return gradient.data.reduce((sum, g, i) => sum + g * (after?.data[i] ?? Number.NaN), 0);
}

/** `x` with one number changed. */
const moved = (x: NdArray, i: number, by: number): NdArray => ({
  ...x,
  data: x.data.map((value, j) => (i === j ? value + by : value)),
});

test('the gradients of a block equal differences in float64', () => {
  const step = 1e-6;
  const made = interpret(blockBackwardGraph(config, { batch, length, lora }), {
    ...weights,
    hidden,
    gradient,
    parameters,
  });
  const expectSame = (found: NdArray | undefined, f: (i: number, by: number) => number) => {
    for (let i = 0; i < (found?.data.length ?? 0); i += 7) {
      const slope = (f(i, step) - f(i, -step)) / (2 * step);
      expect(found?.data[i]).toBeCloseTo(slope, 4);
    }
  };
  expectSame(made.get('hiddenGradient'), (i, by) => weighted(moved(hidden, i, by), parameters));
  expectSame(made.get('adapterGradient'), (i, by) => weighted(hidden, moved(parameters, i, by)));
  const squares = made.get('adapterGradient')?.data.reduce((sum, x) => sum + x * x, 0);
  expect(made.get('squares')?.data[0]).toBeCloseTo(squares ?? Number.NaN, 8);
});
