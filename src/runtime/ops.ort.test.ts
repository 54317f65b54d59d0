/** Every op in onnxruntime, compared with its float64 meaning. */
import { afterAll, describe, expect, test } from 'vitest';
import { fromHalves } from '../base/half';
import { prng } from '../base/prng';
import { apply, input } from '../graph/build';
import { check } from '../graph/check';
import { graph } from '../graph/graph';
import { interpret } from '../graph/interpret';
import type { Data, InputValue, OpName, Value } from '../graph/ir';
import { opCases, type OpCase } from '../graph/ops/cases';
import type { Device, HostTensor } from './device';
import { toHost } from './host';
import { openNative } from './node';

const device = openNative();
afterAll(() => device.release());

const cases = opCases(prng(3));

/** Halves are stored by their bits. */
const numbersOf = (data: Data): Float64Array =>
  data instanceof Uint16Array ? Float64Array.from(fromHalves(data)) : Float64Array.from(data, Number);

async function compare<O extends OpName>(op: O, example: OpCase<O>, on: Device): Promise<void> {
  const inputs: Record<string, InputValue> = {};
  const feeds: Record<string, HostTensor> = {};
  const exact: Record<string, (typeof example.inputs)[number]> = {};
  example.inputs.forEach((array, i) => {
    const name = `x${i}`;
    const dtype = example.fixed?.[i] ?? 'f32';
    inputs[name] = input(name, dtype, array.shape);
    feeds[name] = toHost(array, dtype);
    exact[name] = { shape: array.shape, data: numbersOf(feeds[name].data) };
  });
  const outputs: Record<string, Value> = {};
  apply(op, Object.values(inputs), example.attributes).forEach((value, i) => (outputs[`y${i}`] = value));
  const built = graph(inputs, outputs);
  check(built);
  const expected = interpret(built, exact);
  const session = await on.compile(built, await on.place(new Map()));
  const got = await session.run(feeds);
  for (const [name, array] of expected) {
    const tensor = got[name];
    if (!tensor) throw new Error(`no output ${name}`);
    expect(tensor.shape).toEqual(array.shape);
    const numbers = Array.from(await tensor.read(), Number);
    numbers.forEach((x, i) => {
      expect(x).toBeCloseTo(array.data[i] ?? Number.NaN, 4);
    });
  }
  await session.release();
}

describe.each(Object.keys(cases) as OpName[])('%s', (op) => {
  test('gives the same in onnxruntime as in float64', async () => {
    for (const example of cases[op]) await compare(op, example, device);
  });
});
