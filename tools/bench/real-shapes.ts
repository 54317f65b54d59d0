/** Models in the shapes of real ones, with random weights: one training step of each takes what that of a real one takes. */
import { prng } from '../../src/base/prng';
import { adamWDefaults } from '../../src/llama/adamw';
import { parseConfig, type LlamaConfig } from '../../src/llama/config';
import type { TrainShape } from '../../src/llama/graphs/train-step';
import { adapterLayout, allProjections, initialAdapter } from '../../src/llama/lora';
import { crossEntropy } from '../../src/llama/loss';
import type { HostWeights } from '../../src/model/host-weights';
import type { Execution } from '../../src/model/execution';
import { Model } from '../../src/model/model';
import type { Workload } from '../../src/model/plan-bytes';
import { Trainer } from '../../src/model/trainer';
import type { Device } from '../../src/runtime/device';
import { milliseconds } from './timing';

const shape = (
  hidden: number,
  ffn: number,
  layers: number,
  heads: number,
  kvHeads: number,
  vocabulary: number,
  tied: boolean,
) => ({
  model_type: 'llama',
  vocab_size: vocabulary,
  hidden_size: hidden,
  intermediate_size: ffn,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  num_key_value_heads: kvHeads,
  tie_word_embeddings: tied,
});

/** config.json of SmolLM2-135M, SmolLM2-360M and TinyLlama-1.1B, as far as their shapes go. */
export const realShapes = {
  '135M': shape(576, 1536, 30, 9, 3, 49_152, true),
  '360M': shape(960, 2560, 32, 15, 5, 49_152, true),
  '1.1B': shape(2048, 5632, 22, 32, 4, 32_000, false),
} as const;
export type RealShape = keyof typeof realShapes;

export const configOf = (name: RealShape): LlamaConfig => parseConfig(realShapes[name]);

/** B1 × T128, rank 8 on all seven projections */
export const workload: Workload = { batch: 1, length: 128, lora: allProjections };
const RATE = 1e-4;

/** A training that was started, one step at a time. */
export interface StartedTraining {
  /** to open the model and compile what a step needs */
  readonly createMs: number;
  /** @returns the loss before the step */
  readonly step: () => Promise<number>;
  readonly release: () => Promise<void>;
}

export async function startTraining(
  device: Device,
  config: LlamaConfig,
  weights: HostWeights,
  execution: Execution,
): Promise<StartedTraining> {
  const { batch, length, lora } = workload;
  const training: TrainShape = {
    batch,
    length,
    trainable: { kind: 'adapter', lora },
    objective: crossEntropy,
    optimizer: adamWDefaults,
  };
  const random = prng(6);
  const tokens = () => Int32Array.from({ length: batch * length }, () => random.below(config.vocabSize));
  const given = { ids: tokens(), labels: tokens() };
  const adapter = initialAdapter(adapterLayout(config, lora), random);
  const model = await Model.open(device, config, weights, execution);
  let trainer: Trainer | undefined;
  const createMs = await milliseconds(async () => (trainer = await Trainer.start(model, training, adapter)));
  return {
    createMs,
    step: async () => (await trainer?.step(given, RATE))?.loss ?? Number.NaN,
    async release() {
      await trainer?.release();
      await model.release();
    },
  };
}
