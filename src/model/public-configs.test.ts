/** What is said of the config.json of public models: which run, with how many weights and bytes, and why others do not. */
import { describe, expect, test } from 'vitest';
import { size } from '../base/shape';
import { parseConfig } from '../llama/config';
import { allProjections } from '../llama/lora';
import { weightShapes } from '../llama/weights';
import { planBytes, totalOf } from './plan-bytes';

const sizes = (
  vocab_size: number,
  hidden_size: number,
  intermediate_size: number,
  num_hidden_layers: number,
  num_attention_heads: number,
  num_key_value_heads: number,
) => ({
  vocab_size,
  hidden_size,
  intermediate_size,
  num_hidden_layers,
  num_attention_heads,
  num_key_value_heads,
});
const llama3 = {
  rope_type: 'llama3',
  factor: 32,
  low_freq_factor: 1,
  high_freq_factor: 4,
  original_max_position_embeddings: 8192,
};
const tied = { tie_word_embeddings: true };
const llama = { model_type: 'llama', hidden_act: 'silu', attention_bias: false, mlp_bias: false };
const qwen = { hidden_act: 'silu', use_sliding_window: false, max_window_layers: 28 };

/** name, weights in all, longest sequence, config */
const running: readonly (readonly [string, number, number, object])[] = [
  [
    'Llama-3.2-1B',
    1_235_814_400,
    131_072,
    { ...llama, ...tied, ...sizes(128_256, 2048, 8192, 16, 32, 8), head_dim: 64, max_position_embeddings: 131_072, rope_theta: 5e5, rope_scaling: llama3 },
  ],
  [
    'Llama-3.1-8B',
    8_030_261_248,
    131_072,
    { ...llama, ...sizes(128_256, 4096, 14_336, 32, 32, 8), max_position_embeddings: 131_072, rope_theta: 5e5, rope_scaling: { ...llama3, factor: 8 } },
  ],
  ['Llama-2-7B', 6_738_415_616, 4096, { ...llama, ...sizes(32_000, 4096, 11_008, 32, 32, 32), max_position_embeddings: 4096, pretraining_tp: 1, rope_scaling: null }],
  ['TinyLlama-1.1B', 1_100_048_384, 2048, { ...llama, ...sizes(32_000, 2048, 5632, 22, 32, 4), max_position_embeddings: 2048 }],
  ['SmolLM2-135M', 134_515_008, 8192, { ...llama, ...tied, ...sizes(49_152, 576, 1536, 30, 9, 3), max_position_embeddings: 8192, rope_theta: 1e5, rope_interleaved: false }],
  ['SmolLM2-360M', 361_821_120, 8192, { ...llama, ...tied, ...sizes(49_152, 960, 2560, 32, 15, 5), max_position_embeddings: 8192 }],
  ['SmolLM2-1.7B', 1_711_376_384, 8192, { ...llama, ...tied, ...sizes(49_152, 2048, 8192, 24, 32, 32), max_position_embeddings: 8192 }],
  ['Mistral-7B-v0.1', 7_241_732_096, 4096, { model_type: 'mistral', hidden_act: 'silu', ...sizes(32_000, 4096, 14_336, 32, 32, 8), max_position_embeddings: 32_768, sliding_window: 4096 }],
  ['Mistral-7B-v0.3', 7_248_023_552, 32_768, { model_type: 'mistral', hidden_act: 'silu', ...sizes(32_768, 4096, 14_336, 32, 32, 8), max_position_embeddings: 32_768, sliding_window: null }],
  ['Qwen2.5-0.5B', 494_032_768, 32_768, { model_type: 'qwen2', ...qwen, ...tied, ...sizes(151_936, 896, 4864, 24, 14, 2), max_position_embeddings: 32_768, sliding_window: 32_768 }],
  ['Qwen2-1.5B', 1_543_714_304, 131_072, { model_type: 'qwen2', ...qwen, ...tied, ...sizes(151_936, 1536, 8960, 28, 12, 2), max_position_embeddings: 131_072, sliding_window: 131_072 }],
  ['Qwen3-0.6B', 596_049_920, 40_960, { model_type: 'qwen3', ...qwen, ...tied, ...sizes(151_936, 1024, 3072, 28, 16, 8), head_dim: 128, attention_bias: false, max_position_embeddings: 40_960, sliding_window: null }],
]; // prettier-ignore

/** name, what the refusal says, config */
const refused: readonly (readonly [string, string, object])[] = [
  ['Phi-3-mini', 'model_type must be ("llama" | "mistral" | "qwen2" | "qwen3"), got "phi3"', { model_type: 'phi3', ...sizes(32_064, 3072, 8192, 32, 32, 32), sliding_window: 2047 }],
  ['Gemma-2', 'got "gemma2"', { model_type: 'gemma2', ...sizes(256_000, 2304, 9216, 26, 8, 4), attn_logit_softcapping: 50 }],
  ['GPT-2', 'got "gpt2"', { model_type: 'gpt2', vocab_size: 50_257, n_embd: 768, n_layer: 12 }],
  ['Mamba', 'got "mamba"', { model_type: 'mamba', vocab_size: 50_280, d_model: 768 }],
  ['Mixtral', 'got "mixtral"', { model_type: 'mixtral', ...sizes(32_000, 4096, 14_336, 32, 32, 8), num_local_experts: 8 }],
  ['OLMo-2', 'got "olmo2"', { model_type: 'olmo2', ...sizes(100_352, 4096, 11_008, 32, 32, 32) }],
  ['Falcon', 'got "falcon"', { model_type: 'falcon', vocab_size: 65_024, hidden_size: 4544 }],
  ['StableLM', 'got "stablelm"', { model_type: 'stablelm', ...sizes(100_352, 2048, 5632, 24, 32, 32), partial_rotary_factor: 0.25 }],
  ['a Llama with partial rotation', 'partial_rotary_factor must be 1, got 0.5', { ...llama, ...sizes(32_000, 2048, 5632, 22, 32, 4), partial_rotary_factor: 0.5 }],
  ['a Llama in GPTQ', 'quantization_config must be absent', { ...llama, ...sizes(32_000, 4096, 11_008, 32, 32, 32), quantization_config: { quant_method: 'gptq', bits: 4 } }],
  ['a Qwen with yarn', 'rope_type must be default, linear or llama3, got yarn', { model_type: 'qwen2', ...qwen, ...sizes(152_064, 3584, 18_944, 28, 28, 4), rope_scaling: { type: 'yarn', factor: 4, original_max_position_embeddings: 32_768 } }],
  ['a Llama with capped scores', 'attn_logit_softcapping must be absent, got 50', { ...llama, ...sizes(32_000, 2048, 5632, 22, 32, 4), attn_logit_softcapping: 50 }],
  ['a Llama with scaled residuals', 'residual_multiplier must be 1, got 0.22', { ...llama, ...sizes(32_000, 2048, 5632, 22, 32, 4), residual_multiplier: 0.22 }],
  ['a Mistral of experts', 'num_local_experts must be absent, got 8', { model_type: 'mistral', ...sizes(32_000, 4096, 14_336, 32, 32, 8), num_local_experts: 8 }],
  ['a Mistral with GELU', 'hidden_act must be', { model_type: 'mistral', ...sizes(32_000, 4096, 14_336, 32, 32, 8), hidden_act: 'gelu' }],
]; // prettier-ignore

describe('models that run', () => {
  test.each(running)('%s', (_, parameters, context, json) => {
    const config = parseConfig(json);
    const weights = [...weightShapes(config).values()].reduce((sum, shape) => sum + size(shape), 0);
    expect([weights, config.context]).toEqual([parameters, context]);
    const workload = { batch: 1, length: 128, lora: allProjections };
    const bytes = (bits: 32 | 8 | 4) => planBytes(config, 'layered', workload, { copiesFeeds: true, bits });
    expect(bytes(32).weights).toBe(4 * parameters);
    expect(totalOf(bytes(4))).toBeLessThan(totalOf(bytes(8)));
    expect(totalOf(bytes(8))).toBeLessThan(totalOf(bytes(32)));
  });
});

describe('models that do not', () => {
  test.each(refused)('%s', (_, said, json) => {
    expect(() => parseConfig(json)).toThrow(said);
  });
});
