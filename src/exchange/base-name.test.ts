import { expect, test } from 'vitest';
import { baseName } from './base-name';

test('of a path on a disk only the last part is told, of the page’s own and of the Hub’s all', () => {
  expect(baseName('/home/ann/models/tiny.gguf')).toBe('tiny.gguf');
  expect(baseName('C:\\Users\\Ann\\tiny')).toBe('tiny');
  expect(baseName('models/base')).toBe('models/base');
  expect(baseName('HuggingFaceTB/SmolLM2-135M-Instruct')).toBe('HuggingFaceTB/SmolLM2-135M-Instruct');
});
