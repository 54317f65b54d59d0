import { expect, test } from 'vitest';
import { readContainer } from '../files/tensor-container';
import { readSafetensors } from '../files/safetensors';
import { wholeFile } from './read-exported';
import { tensorsFile, type LaterTensor } from './tensors-file';

const later = (data: readonly number[], shape: readonly number[]): LaterTensor => ({
  shape,
  data: () => Float32Array.from(data),
});
const tensors = new Map([
  ['a', later([1, -0.5, 1 / 3, 1e-9, 3, 4], [2, 3])],
  ['b', later([65504, 2], [2])],
]);

test('in 32 bits, numbers come out as they were', () => {
  const bytes = wholeFile(tensorsFile('x', tensors, 'F32', { about: 'a test' }));
  expect(readContainer(bytes, 'x').metadata).toEqual({ format: 'pt', about: 'a test' });
  const read = readSafetensors(bytes, 'x');
  for (const [name, { shape, data }] of tensors) expect(read.get(name)).toEqual({ shape, data: data() });
});

test('in 16 bits, they are the nearest halves', () => {
  const read = readSafetensors(wholeFile(tensorsFile('x', tensors, 'F16')), 'x');
  expect([...(read.get('a')?.data ?? [])]).toEqual([1, -0.5, 0.333251953125, 0, 3, 4]);
  expect([...(read.get('b')?.data ?? [])]).toEqual([65504, 2]);
});

test('a number that 16 bits cannot hold is refused by the name of its weight', () => {
  const file = tensorsFile('x', new Map([['big', later([7e4], [1])]]), 'F16');
  expect(() => wholeFile(file)).toThrow('Weight "big" has a number above 65504');
  expect(() => wholeFile(tensorsFile('x', new Map([['big', later([7e4], [1])]]), 'F32'))).not.toThrow();
});

test('a tensor is computed when its piece is asked for', () => {
  const asked: string[] = [];
  const one = (name: string): [string, LaterTensor] => [
    name,
    { shape: [1], data: () => (asked.push(name), Float32Array.of(1)) },
  ];
  const file = tensorsFile('x', new Map([one('a'), one('b')]), 'F32');
  const seen: string[][] = [];
  for (const _ of file.pieces()) seen.push([...asked]);
  expect(seen).toEqual([[], ['a'], ['a', 'b']]);
});
