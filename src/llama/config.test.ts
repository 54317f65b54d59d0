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
])('names the field that does not fit: %j', (change, field) => {
  expect(() => parseConfig({ ...tiny, ...change })).toThrow(field);
});
