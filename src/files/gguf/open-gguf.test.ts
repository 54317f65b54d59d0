import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inMemory } from '../../base/ranged-file';
import { configOfGguf } from '../load-model-files';
import type { FileSource } from '../source';
import { parseConfig } from '../../llama/config';
import { ropeDivisors } from '../../llama/rope';
import { tokenizerOf } from './gguf-tokenizer';
import { configOf } from './llama-metadata';
import { openGguf } from './open-gguf';
import { readGguf } from './read-gguf';

const micro = new Uint8Array(readFileSync(new URL('fixtures/micro.gguf', import.meta.url)));
const holding = (bytes: Uint8Array): FileSource => ({ read: () => Promise.resolve(bytes) });
const { metadata, tensors } = await readGguf(inMemory(micro), 'micro.gguf');

/** The micro model with the same text in place of every occurrence of another, of the same length. */
function replaced(from: string, to: string): Uint8Array {
  return Uint8Array.from(Buffer.from(Buffer.from(micro).toString('latin1').replaceAll(from, to), 'latin1'));
}

/** The metadata of the micro model with further numbers, each as u16. */
function withNumbers(further: Readonly<Record<string, number>>): Uint8Array {
  const added = Object.entries(further).map(([key, value]) => {
    const bytes = Buffer.alloc(8 + key.length + 4 + 2);
    bytes.writeBigUInt64LE(BigInt(key.length), 0);
    bytes.write(key, 8);
    bytes.writeUInt32LE(2, 8 + key.length);
    bytes.writeUInt16LE(value, 12 + key.length);
    return bytes;
  });
  const counts = Buffer.from(micro.subarray(0, 24));
  counts.writeBigUInt64LE(counts.readBigUInt64LE(16) + BigInt(added.length), 16);
  return Uint8Array.from(Buffer.concat([counts, ...added, micro.subarray(24)]));
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
    ['numbers in the other order', Uint8Array.of(...micro.subarray(0, 4), 0, 0, 0, 3, ...new Uint8Array(24)), 'the highest first'], // prettier-ignore
    [
      'one of several files',
      withNumbers({ 'split.no': 1, 'split.count': 3 }),
      'in one file, got part 2 of 3',
    ],
    ['a family without a size', replaced('llama.block_count', 'llama.block_cound'), 'block_count'],
  ])('%s', async (_, bytes, reason) => {
    await expect(openGguf(holding(bytes), 'm.gguf')).rejects.toThrow(reason);
  });
});

test('of a file no more is read than its metadata, and then a weight at a time', async () => {
  const embedding = tensors.get('token_embd.weight');
  const whole = inMemory(micro);
  const asked: (readonly [number, number])[] = [];
  const counted = {
    size: micro.length,
    read: (from: number, to: number) => {
      asked.push([from, to]);
      return whole.read(from, to);
    },
  };
  const { tensors: some } = await readGguf(counted, 'micro.gguf');
  asked.length = 0;
  expect(await some.get('token_embd.weight')?.read()).toEqual(await embedding?.read());
  const [rows = 0, width = 0] = embedding?.shape ?? [];
  expect(asked.map(([from, to]) => to - from)).toEqual([(rows * width * 34) / 32]); // Q8_0
});

test('end tokens, chat template and BOS are those of the metadata', async () => {
  const { config, tokenizer, chat } = await openGguf(holding(micro), 'micro.gguf');
  expect(config.eosTokenIds).toEqual([2, 0]);
  expect(chat?.source).toContain('for message in messages');
  expect(tokenizer.opening).toEqual([1]);
  expect(tokenizer.isSpecial(2)).toBe(true);
  const without = tokenizerOf({ ...metadata, 'tokenizer.ggml.add_bos_token': false }, 'm.gguf');
  expect(without.json).toMatchObject({ post_processor: null });
});

describe('the divisors of rotary frequencies', async () => {
  const scaled = { ...metadata, 'llama.rope.freq_base': 1e6 };
  const { json } = await configOf(scaled, tensors, [], 'm.gguf');
  const rule = { rope_type: 'llama3', factor: 32, low_freq_factor: 1, high_freq_factor: 4, original_max_position_embeddings: 8192 }; // prettier-ignore
  const expected = parseConfig({ ...json, rope_scaling: rule });
  const divisors = ropeDivisors(expected);
  const read = (stored: readonly number[]) => {
    const factors = { shape: [stored.length], read: () => Promise.resolve(Float32Array.from(stored)) };
    return configOf(scaled, new Map([...tensors, ['rope_freqs.weight', factors]]), [], 'm.gguf');
  };

  test('of Llama 3.1 and later are the rule that config.json has', async () => {
    expect(divisors).toEqual([1, 1, expect.closeTo(7.7, 0), 32]); // kept, interpolated, divided
    expect(await read(divisors)).toMatchObject({ config: expected, json: { rope_scaling: rule } });
  });

  test('of another rule are refused', async () => {
    const reason = 'm.gguf: rope_freqs.weight must be the factors of Llama 3.1';
    await expect(read([1, 1, 9, 32])).rejects.toThrow(reason);
    await expect(read([1, 1, 32])).rejects.toThrow('rope_freqs.weight');
  });
});

test('a mixture of experts is refused by name, though its family is that of its attention', async () => {
  const mixed = { ...metadata, 'llama.expert_count': 8 };
  const reason = 'm.gguf: expert_count must be absent';
  await expect(configOf(mixed, tensors, [], 'm.gguf')).rejects.toThrow(reason);
});

test('without scaled positions, config.json has no scaling, which older versions of transformers would refuse', async () => {
  expect((await configOf(metadata, tensors, [], 'm.gguf')).json).toMatchObject({ rope_scaling: null });
  const scaled = { ...metadata, 'llama.rope.scaling.type': 'linear', 'llama.rope.scaling.factor': 2 };
  expect((await configOf(scaled, tensors, [], 'm.gguf')).json).toMatchObject({
    rope_scaling: { rope_type: 'linear', factor: 2 },
  });
});

test('what a file says of its model is read without the weights', async () => {
  const whole = await openGguf(holding(micro), 'micro.gguf');
  // As if the file were far longer: nothing would come that begins behind the first two megabytes.
  const read = (from: number, to: number): Promise<Uint8Array> =>
    from < 2 ** 21 ? Promise.resolve(micro.subarray(from, to)) : Promise.reject(new Error('weights'));
  expect(await configOfGguf({ size: 2 ** 40, read }, 'micro.gguf')).toEqual(whole.config);
});
