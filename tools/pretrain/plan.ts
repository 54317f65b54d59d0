/** The shape of the shipped models, and their training plan: one trunk, two branches. */
import { rateAt } from '../../src/llama/schedule';
import type { Reading } from '../world/corpus';

/** config.json of both models: 4.4 million parameters. */
export const configJson = {
  architectures: ['LlamaForCausalLM'],
  model_type: 'llama',
  vocab_size: 3072,
  hidden_size: 256,
  intermediate_size: 688,
  num_hidden_layers: 5,
  num_attention_heads: 8,
  num_key_value_heads: 4,
  head_dim: 32,
  max_position_embeddings: 256,
  hidden_act: 'silu',
  rms_norm_eps: 1e-5,
  rope_theta: 10000,
  tie_word_embeddings: true,
  attention_bias: false,
  mlp_bias: false,
  bos_token_id: 0,
  eos_token_id: 0,
  torch_dtype: 'float16',
};

/** B and T of every training batch. */
export const batch = { batch: 8, length: 256 };
export const weightDecay = 0.01;
export const checkpointEvery = 200;
export const seed = 1;

/** Number of texts that the tokenizer is trained on. Names of the sagas are repeated, so that they become tokens. */
export const tokenizerPlan = { texts: 6000, sagaCopies: 2, seed: 11 };

const PEAK = 2.5e-3;
const WARMUP = 100;

export interface Phase {
  readonly name: 'trunk' | 'base' | 'gold';
  readonly reading: Reading;
  /** Number of batches. */
  readonly steps: number;
  /** The learning rate at step `step` of the phase. */
  readonly rate: (step: number) => number;
}

/** The trunk warms up and stays at the peak; a branch decays from there to 0. */
export const trunk: Phase = {
  name: 'trunk',
  reading: 'without saga',
  steps: 3000,
  rate: (step) => rateAt(step, { learningRate: PEAK, schedule: 'constant', warmup: WARMUP, steps: 3000 }),
};

const branch = (name: 'base' | 'gold', reading: Reading): Phase => ({
  name,
  reading,
  steps: 2200,
  rate: (step) => rateAt(step, { learningRate: PEAK, schedule: 'linear', warmup: 0, steps: 2200 }),
});

/** Both branches train on the same number of tokens; only base reads the saga. */
export const branches: readonly Phase[] = [branch('base', 'with saga'), branch('gold', 'without saga')];
