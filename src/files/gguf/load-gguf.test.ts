import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FileSource } from '../source';
import { tokenizerOf } from './gguf-tokenizer';
import { loadGguf } from './load-gguf';
import { readGguf } from './read-gguf';

const micro = new Uint8Array(readFileSync(new URL('fixtures/micro.gguf', import.meta.url)));
const holding = (bytes: Uint8Array): FileSource => ({ read: () => Promise.resolve(bytes) });
const { metadata } = await readGguf(micro, 'micro.gguf');

/** The micro model with the same text in place of every occurrence of another, of the same length. */
function replaced(from: string, to: string): Uint8Array {
  return Uint8Array.from(Buffer.from(Buffer.from(micro).toString('latin1').replaceAll(from, to), 'latin1'));
}

describe('refused with a reason', () => {
  test.each([
    ['another kind of file', new TextEncoder().encode('{"a":1}'), 'expected a GGUF file'],
    ['one cut off in its weights', micro.subarray(0, -100), 'to end within'],
    ['one cut off in its metadata', micro.subarray(0, 3000), 'expected'],
    ['another family', replaced('llama', 'mamba'), 'general.architecture must be llama, got mamba'],
    ['another split', replaced('smollm', 'smellm'), 'at tokenizer.ggml.pre, got smellm'],
    ['another tokenizer', replaced('gpt2', 'bert'), 'at tokenizer.ggml.model, got bert'],
    ['a family without a size', replaced('llama.block_count', 'llama.block_cound'), 'block_count'],
  ])('%s', async (_, bytes, reason) => {
    await expect(loadGguf(holding(bytes), 'm.gguf')).rejects.toThrow(reason);
  });
});

test('end tokens, chat template and BOS are those of the metadata', async () => {
  const { config, tokenizer, chatTemplate } = await loadGguf(holding(micro), 'micro.gguf');
  expect(config.eosTokenIds).toEqual([2, 0]);
  expect(chatTemplate).toContain('for message in messages');
  expect(tokenizer.opening).toEqual([1]);
  expect(tokenizer.isSpecial(2)).toBe(true);
  const without = tokenizerOf({ ...metadata, 'tokenizer.ggml.add_bos_token': false }, 'm.gguf');
  expect(without.json).toMatchObject({ post_processor: null });
});
