/** Weights in shards. */
import { describe, expect, test } from 'vitest';
import { makeError } from '../base/errors';
import { fileErrors } from './errors';
import { openWeights } from './open-weights';
import { writeSafetensors, type NamedTensor } from './safetensors';
import type { FileSource } from './source';

const one = 'model-00001-of-00002.safetensors';
const two = 'model-00002-of-00002.safetensors';
const tensor = (...numbers: readonly number[]): NamedTensor => ({
  shape: [numbers.length],
  data: Float32Array.from(numbers),
});
const shard = (tensors: Readonly<Record<string, NamedTensor>>): Uint8Array =>
  writeSafetensors(new Map(Object.entries(tensors)), 'F32');
const index = (weight_map: unknown): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ metadata: { total_size: 12 }, weight_map }));

const files = {
  [one]: shard({ a: tensor(1, 2), mask: tensor(0) }),
  [two]: shard({ b: tensor(3) }),
  'model.safetensors.index.json': index({ a: one, mask: one, b: two }),
};

/** Opens `a` and `b` of the folder `m` with these files changed; null: absent. */
function opened(changes: Readonly<Record<string, Uint8Array | null>> = {}) {
  const all: Readonly<Record<string, Uint8Array | null>> = { ...files, ...changes };
  const source: FileSource = {
    read(path) {
      const file = all[path.replace(/^m\//u, '')];
      return file
        ? Promise.resolve(file)
        : Promise.reject(makeError(fileErrors, 'file/missing', { path, status: 'HTTP 404' }));
    },
  };
  return openWeights(source, 'm', () => Promise.resolve((name) => name === 'a' || name === 'b'));
}

test('those that are needed come from all shards', async () => {
  const { weights, bytes } = await opened();
  expect([...weights.keys()]).toEqual(['a', 'b']);
  expect(await weights.get('a')?.read()).toEqual(Float32Array.of(1, 2));
  expect(await weights.get('b')?.read()).toEqual(Float32Array.of(3));
  expect(bytes).toBe(files[one].length + files[two].length);
});

test('a single file goes before an index', async () => {
  const { weights } = await opened({ 'model.safetensors': shard({ a: tensor(7), b: tensor(8) }) });
  expect(await weights.get('a')?.read()).toEqual(Float32Array.of(7));
});

test('a shard without weights that are needed is not asked for', async () => {
  const map = { a: one, b: one, mask: two };
  const { weights } = await opened({
    [one]: shard({ a: tensor(1), b: tensor(2) }),
    [two]: null,
    'model.safetensors.index.json': index(map),
  });
  expect(weights.size).toBe(2);
});

test('the hash depends on every shard', async () => {
  const { hash } = await opened();
  expect((await opened()).hash).toBe(hash);
  for (const [name, changed] of [
    [one, { a: tensor(1, 5), mask: tensor(0) }],
    [two, { b: tensor(4) }],
  ] as const)
    expect((await opened({ [name]: shard(changed) })).hash).not.toBe(hash);
});

describe('refused with the name of the file', () => {
  const noIndex = { 'model.safetensors.index.json': null };
  test.each([
    ['neither a file nor an index', noIndex, 'Cannot read m/model.safetensors (HTTP 404)'],
    ['a missing shard', { [two]: null }, `Cannot read m/${two} (HTTP 404)`],
    ['a shard cut off', { [two]: files[two].slice(0, -1) }, `m/${two}: expected "b" to end within`],
    ['a shard without what the index says', { [two]: shard({ c: tensor(3) }) }, `m/${two}: expected "b", as`],
    ['a name in two shards', { [two]: shard({ a: tensor(9), b: tensor(3) }) }, `m/${two}: expected no "a", which model.safetensors.index.json has in ${one}`], // prettier-ignore
    ['a name that is not in the index', { 'model.safetensors.index.json': index({ a: one, x: two }), [one]: shard({ a: tensor(1), b: tensor(2) }) }, `m/${one}: expected no "b", which model.safetensors.index.json has in no file`], // prettier-ignore
    [
      'another folder',
      { 'model.safetensors.index.json': index({ a: '../../x.safetensors' }) },
      'same folder, got ../../x',
    ],
    [
      'another host',
      { 'model.safetensors.index.json': index({ a: 'https://x.example/a.safetensors' }) },
      'same folder',
    ],
    ['an index without a map', { 'model.safetensors.index.json': index('a') }, 'index.json: expected'],
    ['an index that is not JSON', { 'model.safetensors.index.json': Uint8Array.of(1) }, 'expected JSON'],
  ] as const)('%s', async (_, changes, reason) => {
    await expect(opened(changes)).rejects.toThrow(reason);
  });
});
