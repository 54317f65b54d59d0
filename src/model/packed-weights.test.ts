import { beforeEach, describe, expect, test } from 'vitest';
import { microConfig, microWeights } from './micro';
import { readChecked } from './check-weights';
import { packed, PackedWeights, storedWeights } from './packed-weights';
import type { HostWeight } from './host-weights';

const weights = microWeights(microConfig);

test('only projections are stored in fewer bits, and in 32 every weight as it is', () => {
  const parts = [...weights.keys()].flatMap((name) =>
    name.endsWith('_proj.weight') ? ['codes', 'scales', 'offsets'].map((part) => `${name}.${part}`) : [name],
  );
  const few = [...storedWeights(microConfig, weights, 4)].map(([name]) => name);
  expect(few.sort()).toEqual(parts.sort());
  expect(new Map(storedWeights(microConfig, weights, 32))).toEqual(weights);
});

test('weights are what their codes mean, and are not rounded again', () => {
  const once = packed(microConfig, weights, 4);
  expect([...once.keys()].sort()).toEqual([...weights.keys()].sort());
  expect(once.size).toBe(weights.size);
  const projection = 'model.layers.0.mlp.up_proj.weight';
  expect(once.get(projection)?.data).not.toEqual(weights.get(projection)?.data);
  expect(once.get('model.norm.weight')).toEqual(weights.get('model.norm.weight'));
  expect(packed(microConfig, once, 4)).toBe(once);
  const finer = packed(microConfig, once, 8);
  expect(finer).not.toBe(once);
  const kept = once.get(projection)?.data;
  finer.get(projection)?.data.forEach((x, i) => {
    expect(x).toBeCloseTo(kept?.[i] ?? Number.NaN, 5); // 15 divides 255
  });
  once.forEach(({ data }, name) => {
    expect(data).toEqual(new Map(once).get(name)?.data);
  });
});

test('16 bits are the nearest halves, and a number that they do not hold is refused by name', () => {
  const half = packed(microConfig, weights, 16);
  const name = 'model.layers.0.mlp.up_proj.weight';
  const stored = new Map(half.stored()).get(`${name}.halves`);
  expect(stored).toMatchObject({ dtype: 'f16', shape: weights.get(name)?.shape });
  expect(stored?.data.byteLength).toBe((weights.get(name)?.data.byteLength ?? 0) / 2);
  half.get(name)?.data.forEach((x, i) => {
    const exact = weights.get(name)?.data[i] ?? Number.NaN;
    expect(Math.abs(x - exact)).toBeLessThanOrEqual(Math.abs(exact) / 2048 + 2 ** -25);
  });
  const large = new Map(weights).set(name, { shape: [32, 16], data: new Float32Array(512).fill(-70_000) });
  expect(() => packed(microConfig, large, 16)).toThrow(
    `"${name}": 16 bits hold numbers up to 65504, got -70000`,
  );
  expect(() => packed(microConfig, large, 8)).not.toThrow();
});

test('a number that is none is found before it is rounded', () => {
  const name = 'model.layers.1.self_attn.q_proj.weight';
  const odd = new Map(weights).set(name, { shape: [16, 16], data: new Float32Array(256).fill(Number.NaN) });
  expect(() => packed(microConfig, odd, 8)).toThrow(name);
});

describe('weights that are read one at a time', () => {
  const asked: string[] = [];
  const stored = (changes: Readonly<Record<string, Partial<HostWeight>>> = {}) =>
    new Map(
      [...weights].map(([name, weight]) => {
        const { shape, data } = { ...weight, ...changes[name] };
        const read = (): Promise<Float32Array> => {
          asked.push(name);
          return Promise.resolve(data);
        };
        return [name, { shape, read }];
      }),
    );
  beforeEach(() => {
    asked.length = 0;
  });

  test('are rounded before the next is read, and are those that are read at once', async () => {
    const read = readChecked(microConfig, stored());
    expect((await read.next()).value).toEqual(['model.embed_tokens.weight', weights.get('model.embed_tokens.weight')]); // prettier-ignore
    expect(asked).toHaveLength(1);
    const few = await PackedWeights.reading(readChecked(microConfig, stored()), 4);
    expect(new Map(few)).toEqual(new Map(packed(microConfig, weights, 4)));
  });

  test('are refused before the first is read if one is absent or of another shape', async () => {
    const name = 'model.norm.weight';
    const without = new Map([...stored()].filter(([other]) => other !== name));
    for (const broken of [without, stored({ [name]: { shape: [3] } })])
      await expect(PackedWeights.reading(readChecked(microConfig, broken), 4)).rejects.toThrow(name);
    expect(asked).toEqual([]);
    const odd = stored({ [name]: { data: Float32Array.of(1, Infinity) } });
    await expect(PackedWeights.reading(readChecked(microConfig, odd), 4)).rejects.toThrow('got Infinity');
  });
});
