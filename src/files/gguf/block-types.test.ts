/** Every type of block against Python's gguf (tools/golden/gguf.py). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { v } from '../../base/schema';
import { blockTypes } from './block-types';

const golden = v.parse(
  v.record(v.string(), v.object({ bytes: v.string(), numbers: v.array(v.number()) })),
  JSON.parse(readFileSync(new URL('fixtures/blocks.json', import.meta.url), 'utf8')),
);

test.each(Object.values(blockTypes).map((type) => ({ type, name: type.name })))('$name', ({ type, name }) => {
  const { bytes, numbers } = golden[name] ?? { bytes: '', numbers: [] };
  const blocks = Uint8Array.from(Buffer.from(`00${bytes}`, 'hex')).subarray(1); // not aligned, as in a file
  expect((blocks.length / type.bytes) * type.numbers).toBe(numbers.length);
  const withoutMinusZero = (x: number): number => x + 0;
  expect([...type.read(blocks)].map(withoutMinusZero)).toEqual(numbers.map(withoutMinusZero));
});
