import { describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { fromEntries } from '../base/records';
import { graph } from '../graph/graph';
import { interpret } from '../graph/interpret';
import { input } from '../graph/build';
import type { InputValue } from '../graph/ir';
import { weightFrom } from '../llama/quantized';
import type { CodeBits } from '../llama/weight-bits';
import { dequantize, partsIn, quantize } from './quantize';

const NAME = 'model.layers.1.mlp.down_proj.weight';
/** Rows of 40: a block of 32 and one that is not full. */
const shape = [16, 40];

/** The weight as a graph computes it from what is stored. */
function computed(data: Float32Array, weightBits: CodeBits): number[] {
  const matrix = quantize({ shape, data }, weightBits);
  const stored = new Map(partsIn(NAME, matrix));
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
  const numbers = [...(made?.data ?? [])];
  dequantize(matrix).forEach((x, i) => {
    expect(x).toBeCloseTo(numbers[i] ?? Number.NaN, 6);
  });
  return numbers;
}

const random = prng(4);
const data = Float32Array.from({ length: 16 * 40 }, () => random.normal());
data.fill(0, 40, 72); // a block of zeros

describe.each([8, 4] as const)('%i bits', (bits) => {
  const most = 2 ** bits - 1;

  test('keep each number to half a step of its block', () => {
    computed(data, bits).forEach((x, i) => {
      const [row, column] = [Math.floor(i / 40), i % 40];
      const start = row * 40 + (column < 32 ? 0 : 32);
      const block = data.slice(start, column < 32 ? start + 32 : (row + 1) * 40);
      const [least, largest] = [Math.min(...block), Math.max(...block)];
      const step = (largest - least) / most;
      const code = step > 0 ? Math.round(((data[i] ?? NaN) - least) / step) : 0;
      expect(x).toBeCloseTo(least + code * step, 5);
      expect(Math.abs(x - (data[i] ?? NaN))).toBeLessThanOrEqual(step / 2 + 1e-6);
    });
  });

  test('keep numbers exactly that already are in as many bits', () => {
    const exact = Float32Array.from(data, (_, i) => ((i * 7) % (most + 1)) / 8 - 3);
    for (let i = 0; i < exact.length; i++) {
      if ((i % 40) % 32 === 0) exact[i] = -3;
      if ((i % 40) % 32 === 1) exact[i] = most / 8 - 3;
    }
    expect(computed(exact, bits)).toEqual([...exact]);
  });
});
