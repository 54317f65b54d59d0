/**
 * Workload L6: one LoRA step of a six-layer Llama (vocab 2048, hidden 256, 8 heads, 4 kv heads,
 * ffn 688, batch 4 × 128, rank 8 on all seven projections, f32, AdamW).
 */
import { prng } from '../../src/base/prng';
import { size } from '../../src/base/shape';
import type { Graph } from '../../src/graph/graph';
import type { Shape } from '../../src/base/shape';
import { adamWDefaults } from '../../src/llama/adamw';
import { parseConfig } from '../../src/llama/config';
import type { TrainShape } from '../../src/llama/graphs/train-step';
import { adapterLayout, allProjections, initialAdapter } from '../../src/llama/lora';
import { crossEntropy } from '../../src/llama/loss';
import { weightShapes } from '../../src/llama/weights';

export const config = parseConfig({
  model_type: 'llama',
  vocab_size: 2048,
  hidden_size: 256,
  intermediate_size: 688,
  num_hidden_layers: 6,
  num_attention_heads: 8,
  num_key_value_heads: 4,
});

export const shape: TrainShape = {
  batch: 4,
  length: 128,
  trainable: { kind: 'adapter', lora: allProjections },
  objective: crossEntropy,
  optimizer: adamWDefaults,
};

export const RATE = 1e-3;

/** Random weights, a new adapter and one batch, all from a seed. */
export function inputs() {
  const random = prng(6);
  const draw = (s: Shape, isNorm: boolean) =>
    Float32Array.from({ length: size(s) }, () => (isNorm ? 1 : 0.04 * random.normal()));
  const weights = new Map(
    [...weightShapes(config)].map(([name, s]) => [name, { shape: s, data: draw(s, name.includes('norm')) }]),
  );
  const tokens = () =>
    Int32Array.from({ length: shape.batch * shape.length }, () => random.below(config.vocabSize));
  return {
    weights,
    adapter: initialAdapter(adapterLayout(config, allProjections), random),
    ids: tokens(),
    labels: tokens(),
  };
}

/** Floating-point operations of the matrix products in a graph: 2 · M · N · K each. */
export function matrixFlops(graph: Graph): number {
  return graph.nodes.reduce((sum, node) => {
    if (node.op !== 'MatMul' && node.op !== 'Gemm') return sum;
    const [a] = node.inputs;
    const [result] = node.results;
    const isTurned = 'transA' in node.attributes && node.attributes.transA;
    const inner = a?.shape.at(isTurned ? -2 : -1) ?? 0;
    return sum + 2 * size(result?.shape ?? [0]) * inner;
  }, 0);
}
