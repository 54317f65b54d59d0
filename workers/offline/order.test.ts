import { expect, test } from 'vitest';
import type { Shipped } from './intact';
import { restOf, shellOf } from './order';

test('the shell comes first, then the data set and what runs everywhere', () => {
  const shipped = (url: string): Shipped => ({ url, revision: null, integrity: '' });
  const all = [
    'assets/transformers.web-1.js',
    'assets/ort-wasm-simd-threaded.asyncify-1.wasm',
    'models/gold/model.safetensors',
    'models/base/config.json',
    'assets/ort-wasm-simd-threaded-1.wasm',
    'index.html',
    'models.json',
    'worlds/w/forget.json',
    'assets/ort-wasm-simd-threaded-1.mjs',
    'recorded/run.json',
  ].map(shipped);
  expect(shellOf(all).map(({ url }) => url)).toEqual([
    'index.html',
    'models.json',
    'assets/ort-wasm-simd-threaded-1.mjs',
    'recorded/run.json',
  ]);
  expect(restOf(all).map(({ url }) => url)).toEqual([
    'worlds/w/forget.json',
    'models/base/config.json',
    'assets/ort-wasm-simd-threaded-1.wasm',
    'models/gold/model.safetensors',
    'assets/ort-wasm-simd-threaded.asyncify-1.wasm',
    'assets/transformers.web-1.js',
  ]);
});
