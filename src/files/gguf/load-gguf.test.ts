import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FileSource } from '../source';
import { parseConfig } from '../../llama/config';
import { ropeDivisors } from '../../llama/rope';
import { blockTypes } from './block-types';
import { tokenizerOf } from './gguf-tokenizer';
import { configOf } from './llama-metadata';
import { loadGguf } from './load-gguf';
import { readGguf } from './read-gguf';

const micro = new Uint8Array(readFileSync(new URL('fixtures/micro.gguf', import.meta.url)));
const holding = (bytes: Uint8Array): FileSource => ({ read: () => Promise.resolve(bytes) });
const { metadata, tensors } = await readGguf(micro, 'micro.gguf');

/** The micro model with the same text in place of every occurrence of another, of the same length. */
function replaced(from: string, to: string): Uint8Array {
  return Uint8Array.from(Buffer.from(Buffer.from(micro).toString('latin1').replaceAll(from, to), 'latin1'));
}

describe('refused with a reason', () => {
  test.each([
    ['another kind of file', new TextEncoder().encode('{"a":1}'), 'expected a GGUF file'],
    ['one cut off in its weights', micro.subarray(0, -100), 'to end within'],
    ['one cut off in its metadata', micro.subarray(0, 3000), 'expected'],
    [
      'another family',
      replaced('llama', 'mamba'),
      'general.architecture must be llama, qwen2, qwen3, got mamba',
    ],
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

describe('the divisors of rotary frequencies', () => {
  const f32 = blockTypes[0];
  const scaled = { ...metadata, 'llama.rope.freq_base': 1e6 };
  const { json } = configOf(scaled, tensors, [], 'm.gguf');
  const rule = { rope_type: 'llama3', factor: 32, low_freq_factor: 1, high_freq_factor: 4, original_max_position_embeddings: 8192 }; // prettier-ignore
  const expected = parseConfig({ ...json, rope_scaling: rule });
  const divisors = ropeDivisors(expected);
  const read = (stored: readonly number[]) => {
    if (!f32) throw new Error('no F32');
    const bytes = new Uint8Array(Float32Array.from(stored).buffer);
    const factors = { shape: [stored.length], type: f32, bytes };
    return configOf(scaled, new Map([...tensors, ['rope_freqs.weight', factors]]), [], 'm.gguf');
  };

  test('of Llama 3.1 and later are the rule that config.json has', () => {
    expect(divisors).toEqual([1, 1, expect.closeTo(7.7, 0), 32]); // kept, interpolated, divided
    expect(read(divisors)).toMatchObject({ config: expected, json: { rope_scaling: rule } });
  });

  test('of another rule are refused', () => {
    expect(() => read([1, 1, 9, 32])).toThrow('m.gguf: rope_freqs.weight must be the factors of Llama 3.1');
    expect(() => read([1, 1, 32])).toThrow('rope_freqs.weight');
  });
});

test('a mixture of experts is refused by name, though its family is that of its attention', () => {
  const mixed = { ...metadata, 'llama.expert_count': 8 };
  expect(() => configOf(mixed, tensors, [], 'm.gguf')).toThrow('m.gguf: expert_count must be absent');
});
