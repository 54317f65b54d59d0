import { expect, test } from 'vitest';
import { lackOf } from './devices';

test('formats in 16 bits need a graphics card that computes with them, and none on WASM', () => {
  for (const dtype of ['fp16', 'q4f16'] as const) {
    expect(lackOf('webgpu', dtype, 'whole')).toBe('halves');
    expect(lackOf('webgpu', dtype, 'halves')).toBeNull();
    expect(lackOf('wasm', dtype, 'none')).toBeNull();
  }
  for (const dtype of ['fp32', 'q8', 'q4'] as const) expect(lackOf('webgpu', dtype, 'whole')).toBeNull();
});

test('without WebGPU no format runs on it, and what is not known yet stands in no way', () => {
  expect(lackOf('webgpu', 'fp32', 'none')).toBe('webgpu');
  expect(lackOf('webgpu', 'fp16', null)).toBeNull();
});
