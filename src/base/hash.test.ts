import { expect, test, vi } from 'vitest';
import { contentHash, fileHash, hashDraw } from './hash';
import { inBlob, inMemory } from './ranged-file';

test('is SHA-256 over parts with their lengths', () => {
  expect(contentHash('ab', 'c')).not.toBe(contentHash('a', 'bc'));
  expect(contentHash('abc')).toMatch(/^[0-9a-f]{64}$/);
  expect(contentHash(Float32Array.of(1))).toBe(contentHash(new Uint8Array(Float32Array.of(1).buffer)));
});

test('a draw depends only on its parts and reaches every value', () => {
  expect(hashDraw(5, 'a', '1')).toBe(hashDraw(5, 'a', '1'));
  const seen = new Set(Array.from({ length: 100 }, (_, i) => hashDraw(5, `${i}`)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
});

test('a file has the same hash with and without crypto.subtle', async () => {
  const sizes = [0, 5, 2 ** 24, 2 ** 24 + 3];
  const files = sizes.map((size) => new Uint8Array(size).map((_, i) => i % 251));
  const hashes = await Promise.all(files.map((file) => fileHash(inMemory(file))));
  vi.stubGlobal('crypto', {});
  expect(await Promise.all(files.map((file) => fileHash(inBlob(new Blob([file])))))).toEqual(hashes);
  vi.unstubAllGlobals();
  expect(hashes.slice(0, 3)).toEqual(files.slice(0, 3).map((file) => contentHash(file)));
  expect(new Set(hashes).size).toBe(sizes.length);
});
