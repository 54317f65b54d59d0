import { describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { fromEntries } from '../base/records';
import { graph } from '../graph/graph';
import { interpret } from '../graph/interpret';
import { input } from '../graph/build';
import type { InputValue } from '../graph/ir';
import { weightFrom, type FewBits } from '../llama/quantized';
import { microConfig, microWeights } from './micro';
import { storedWeights } from './quantize';

const NAME = 'model.layers.1.mlp.down_proj.weight';
/** Rows of 40: a block of 32 and one that is not full. */
const shape = [16, 40];

/** The weight as a graph computes it from what is stored. */
function computed(data: Float32Array, weightBits: FewBits): number[] {
  const config = { ...microConfig, intermediateSize: 40, weightBits };
  const stored = new Map(storedWeights(config, new Map([[NAME, { shape, data }]])));
  expect([...stored.keys()]).toEqual([`${NAME}.codes`, `${NAME}.scales`]);
  const inputs: Record<string, InputValue> = {};
  const w = weightFrom(NAME, shape, weightBits, (name, dtype, of) => (inputs[name] = input(name, dtype, of)));
  const feeds = fromEntries(
    [...stored].map(([name, { shape: of, data: numbers }]) => [
      name,
      { shape: of, data: Float64Array.from(numbers, Number) },
    ]),
  );
  const made = interpret(graph(inputs, { w }), feeds).get('w');
  expect(made?.shape).toEqual(shape);
  return [...(made?.data ?? [])];
}

const random = prng(4);
const data = Float32Array.from({ length: 16 * 40 }, () => random.normal());
data.fill(0, 40, 72); // a block of zeros

describe.each([8, 4] as const)('%i bits', (bits) => {
  test('keep each number to half a step of its block', () => {
    const most = 2 ** (bits - 1) - 1;
    computed(data, bits).forEach((x, i) => {
      const [row, column] = [Math.floor(i / 40), i % 40];
      const start = row * 40 + (column < 32 ? 0 : 32);
      const block = data.slice(start, column < 32 ? start + 32 : (row + 1) * 40);
      const step = Math.max(...block.map(Math.abs)) / most;
      const nearest = step > 0 ? Math.round((data[i] ?? NaN) / step) * step : 0;
      expect(x).toBeCloseTo(nearest, 6);
      expect(Math.abs(x - (data[i] ?? NaN))).toBeLessThanOrEqual(step / 2 + 1e-6);
    });
  });

  test('keep numbers that are multiples of a scale exactly', () => {
    const most = 2 ** (bits - 1) - 1;
    const exact = Float32Array.from(data, (_, i) => ((i % (2 * most + 1)) - most) / 8);
    exact.forEach((_, i) => (i % 40) % 32 === 0 && (exact[i] = most / 8));
    expect(computed(exact, bits)).toEqual([...exact]);
  });
});

test('only projections are quantised, and a model of 32 bits stores its weights as they are', () => {
  const weights = microWeights(microConfig);
  const few = new Map(storedWeights({ ...microConfig, weightBits: 4 }, weights));
  const parts = [...weights].flatMap(([name]) =>
    name.endsWith('_proj.weight') ? [`${name}.codes`, `${name}.scales`] : [name],
  );
  expect([...few.keys()]).toEqual(parts);
  expect(new Map(storedWeights(microConfig, weights))).toEqual(weights);
});
