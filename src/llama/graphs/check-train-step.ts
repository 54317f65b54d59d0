/** A step of training in float64 with any objective, for tests: its gradient against finite differences. */
import { prng } from '../../base/prng';
import type { Graph } from '../../graph/graph';
import { interpret, type Feeds } from '../../graph/interpret';
import { fromIndices, type NdArray } from '../../graph/nd-array';
import { adamWDefaults } from '../adamw';
import { parseConfig } from '../config';
import { formulaWeights } from '../golden/formula';
import { allProjections } from '../lora';
import type { Objective } from '../objective';
import { stacking } from '../lora-stack';
import { joinWeightsGraph } from './join-weights';
import { trainLayout, trainStepGraph, type TrainInput, type TrainOutput } from './train-step';

const config = parseConfig({
  model_type: 'llama',
  vocab_size: 7,
  hidden_size: 4,
  intermediate_size: 6,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  num_key_value_heads: 1,
});
const [B, T, K] = [3, 4, 2];
const trainable = {
  kind: 'adapter',
  lora: { ...allProjections, rank: 1 },
  stacked: true,
  joined: true,
} as const;
// With β₁ = 0 and no clipping, the next first moment is the gradient itself.
const optimizer = { ...adamWDefaults, beta1: 0, gradientClip: null };
const { size: P } = trainLayout(config, trainable);
const { stack } = stacking(config, trainable.lora);

export const microStep = (objective: Objective): Graph<TrainInput, TrainOutput> =>
  trainStepGraph(config, { batch: B, length: T, targets: K, trainable, objective, optimizer });

const random = prng(4);
const below = (n: number): NdArray => fromIndices([B, T, K], () => random.below(n));
const one: NdArray = { shape: [1], data: Float64Array.of(1) };
/** Numbers of an adapter, stacked [Q]. */
const stacked = (factor: number): NdArray => {
  const data = Float64Array.from(stack(Float32Array.from({ length: P }, () => factor * random.normal())));
  return { shape: [data.length], data };
};
const parameters = stacked(0.2);
const zeros: NdArray = { shape: parameters.shape, data: parameters.data.map(() => 0) };
const weights = Object.fromEntries(
  [...formulaWeights(config)].map(([name, { shape, data }]) => [
    name,
    { shape, data: Float64Array.from(data) },
  ]),
);
const feeds: Feeds = {
  ...weights,
  ...Object.fromEntries(interpret(joinWeightsGraph(config, trainable.lora), weights)),
  ids: { ...below(config.vocabSize), shape: [B, T] },
  labels: below(config.vocabSize),
  weights: fromIndices([B, T, K], ([, t, k]) => (t === 1 ? 0 : k === 0 ? 0.75 : 0.25)),
  isForget: fromIndices([B, 1], ([row = 0]) => Number(row < 2)),
  referenceLogProbs: fromIndices([B, T, K], ([row = 0]) => (row < 2 ? -3 * random.uniform() : 0)),
  negatives: {
    ...below(config.vocabSize),
    shape: [B, T],
    data: Float64Array.from({ length: B * T }, () => random.below(config.vocabSize)),
  },
  hasNegative: fromIndices([B, T], ([row = 0, t = 0]) => Number(row < 2 && t % 2 === 0)),
  firstMoment: zeros,
  secondMoment: zeros,
  rate: one,
  firstMomentCorrection: one,
  secondMomentCorrection: one,
};

/** The derivative of the loss along a random direction: by the step's own gradient, and by finite differences. */
export function directionalDerivative(objective: Objective): { analytic: number; numeric: number } {
  const graph = microStep(objective);
  const direction = stacked(1);
  const at = (step: number) => {
    const data = parameters.data.map((x, i) => x + step * (direction.data[i] ?? 0));
    return interpret(graph, { ...feeds, parameters: { ...parameters, data } });
  };
  const loss = (step: number): number => at(step).get('report')?.data[0] ?? Number.NaN;
  const gradient = at(0).get('nextFirstMoment')?.data ?? new Float64Array();
  return {
    analytic: gradient.reduce((sum, g, i) => sum + g * (direction.data[i] ?? 0), 0),
    numeric: (loss(1e-6) - loss(-1e-6)) / 2e-6,
  };
}
