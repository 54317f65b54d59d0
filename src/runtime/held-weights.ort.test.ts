import { expect, test } from 'vitest';
import { input, matMul, weight } from '../graph/build';
import { graph } from '../graph/graph';
import { openNative } from './node';

const device = openNative(1, true);
const x = input('x', 'f32', [1, 2]);
const built = graph({ x }, { y: matMul(x, weight('model.w', [2, 3])) });
const data = Float32Array.of(1, 2, 3, 4, 5, 6);
const feeds = { x: { shape: [1, 2], data: Float32Array.of(1, 10) } };

test.each([true, false])(
  'a graph gives the same with its own copy of the weights (%s)',
  async (holdsWeights) => {
    const weights = await device.place(new Map([['model.w', { shape: [2, 3], data }]]));
    const session = await device.compile(built, weights, { holdsWeights });
    const { y } = await session.run(feeds);
    expect([...(await y.read())]).toEqual([41, 52, 63]);
    await session.release();
  },
);

test('its own copy counts among the bytes that it keeps', () => {
  const [own, fed] = [true, false].map((holdsWeights) => device.compiledBytes(built, { holdsWeights }));
  expect(own).toBe((fed ?? 0) + data.byteLength);
});

test('a weight of another shape is refused, held or fed', async () => {
  const weights = await device.place(new Map([['model.w', { shape: [3, 2], data }]]));
  await expect(device.compile(built, weights, { holdsWeights: true })).rejects.toThrow('[2, 3]');
  const session = await device.compile(built, weights);
  await expect(session.run(feeds)).rejects.toThrow('[2, 3]');
});
