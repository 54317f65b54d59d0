import { expect, test } from 'vitest';
import { parseConfig } from './config';

const tiny = {
  model_type: 'llama',
  vocab_size: 10,
  hidden_size: 8,
  intermediate_size: 16,
  num_hidden_layers: 1,
  num_attention_heads: 2,
};

test('fills in the defaults that Hugging Face leaves out', () => {
  const config = parseConfig(tiny);
  expect(config).toMatchObject({
    kvHeads: 2,
    headDim: 4,
    ropeTheta: 10_000,
    ropeScaling: { type: 'none' },
    tiedHead: false,
  });
});

test('reads rope settings where transformers 4 and 5 put them', () => {
  expect(
    parseConfig({ ...tiny, rope_theta: 500, rope_scaling: { type: 'linear', factor: 2 } }),
  ).toMatchObject({
    ropeTheta: 500,
    ropeScaling: { type: 'linear', factor: 2 },
  });
  expect(parseConfig({ ...tiny, rope_parameters: { rope_theta: 500, rope_type: 'default' } }).ropeTheta).toBe(
    500,
  );
});

test.each([
  [{ model_type: 'gpt2' }, 'model_type'],
  [{ hidden_size: -1 }, 'hidden_size'],
  [{ num_key_value_heads: 3 }, 'num_key_value_heads'],
  [{ num_attention_heads: 3 }, 'num_attention_heads'],
  [{ rope_scaling: { rope_type: 'yarn' } }, 'rope_type'],
  [{ rope_scaling: { rope_type: 'llama3', factor: 8 } }, 'low_freq_factor'],
  [{ hidden_act: 'gelu' }, 'hidden_act'],
  [{ num_hidden_layers: 1e9 }, 'num_hidden_layers'],
  [{ vocab_size: 2 ** 40 }, 'vocab_size'],
  [{ head_dim: 3 }, 'head_dim'],
  [{ rms_norm_eps: Number.POSITIVE_INFINITY }, 'rms_norm_eps'],
  [{ eos_token_id: [1, 1.5] }, 'eos_token_id'],
  [{ eos_token_id: [1, 12] }, 'eos_token_id must be below 10, got 12'],
])('names the field that does not fit: %j', (change, field) => {
  expect(() => parseConfig({ ...tiny, ...change })).toThrow(field);
});

test('the end tokens of both files count', () => {
  const config = { ...tiny, eos_token_id: [3, 5] };
  expect(parseConfig(tiny).eosTokenIds).toEqual([]);
  expect(parseConfig(config).eosTokenIds).toEqual([3, 5]);
  expect(parseConfig(config, { eos_token_id: 4, do_sample: true }).eosTokenIds).toEqual([3, 5, 4]);
  expect(parseConfig({ ...tiny, eos_token_id: 3 }, { eos_token_id: [3, 6] }).eosTokenIds).toEqual([3, 6]);
  expect(() => parseConfig(tiny, { eos_token_id: [11] })).toThrow('generation_config.json: eos_token_id');
});

test('the original context of llama3 scaling is the first of three that is given, as in transformers 5', () => {
  const llama3 = { rope_type: 'llama3', factor: 8, low_freq_factor: 1, high_freq_factor: 4 };
  const contextOf = (change: object, rope: object = {}) =>
    parseConfig({ ...tiny, max_position_embeddings: 8192, rope_scaling: { ...llama3, ...rope }, ...change })
      .ropeScaling;
  const beside = { original_max_position_embeddings: 1024 };
  expect(contextOf({ original_max_position_embeddings: 2048 }, beside)).toMatchObject({
    originalContext: 2048,
  });
  expect(contextOf({}, beside)).toMatchObject({ originalContext: 1024 });
  expect(contextOf({})).toMatchObject({ originalContext: 8192 });
});

test('what would take the angles of rotary positions out of the range of numbers is refused', () => {
  const llama3 = { rope_type: 'llama3', factor: 5e-324, low_freq_factor: 1, high_freq_factor: 4 };
  expect(() => parseConfig({ ...tiny, rope_theta: 5e-324 })).toThrow('rope_theta');
  expect(() => parseConfig({ ...tiny, rope_parameters: { rope_theta: 0.5 } })).toThrow('rope_theta');
  expect(() => parseConfig({ ...tiny, rope_scaling: { type: 'linear', factor: 1e-320 } })).toThrow('factor');
  expect(() => parseConfig({ ...tiny, rope_scaling: llama3 })).toThrow('factor');
});

test('the activation has two names', () => {
  expect(parseConfig({ ...tiny, hidden_act: 'swish' })).toEqual(parseConfig(tiny));
  expect(() => parseConfig({ ...tiny, hidden_act: 'gelu' })).toThrow('hidden_act');
});
