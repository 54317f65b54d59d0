import { describe, expect, test } from 'vitest';
import { prng } from '../../base/prng';
import { interpret, type Feeds } from '../../graph/interpret';
import { fromIndices, type NdArray } from '../../graph/nd-array';
import { adamWDefaults } from '../adamw';
import { parseConfig } from '../config';
import { formulaWeights } from '../golden/formula';
import { npo, rmu } from '../golden/objectives';
import { allProjections } from '../lora';
import { crossEntropy } from '../loss';
import type { Objective } from '../objective';
import { trainLayout, trainStepGraph } from './train-step';

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
const trainable = { kind: 'adapter', lora: { ...allProjections, rank: 1 } } as const;
// With β₁ = 0 and no clipping, the next first moment is the gradient itself.
const optimizer = { ...adamWDefaults, beta1: 0, gradientClip: null };
const { size: P } = trainLayout(config, trainable);

const graphOf = (objective: Objective) =>
  trainStepGraph(config, { batch: B, length: T, targets: K, trainable, objective, optimizer });

const random = prng(4);
const normal = (...shape: number[]): NdArray => fromIndices(shape, () => random.normal());
const below = (n: number): NdArray => fromIndices([B, T, K], () => random.below(n));
const one: NdArray = { shape: [1], data: Float64Array.of(1) };
const parameters = fromIndices([P], () => 0.2 * random.normal());
const weights = Object.fromEntries(
  [...formulaWeights(config)].map(([name, { shape, data }]) => [
    name,
    { shape, data: Float64Array.from(data) },
  ]),
);
const feeds: Feeds = {
  ...weights,
  ids: { ...below(config.vocabSize), shape: [B, T] },
  labels: below(config.vocabSize),
  weights: fromIndices([B, T, K], ([, t, k]) => (t === 1 ? 0 : k === 0 ? 0.75 : 0.25)),
  isForget: fromIndices([B, 1], ([row = 0]) => Number(row < 2)),
  referenceLogProbs: fromIndices([B, T, K], () => -3 * random.uniform()),
  firstMoment: fromIndices([P], () => 0),
  secondMoment: fromIndices([P], () => 0),
  rate: one,
  firstMomentCorrection: one,
  secondMomentCorrection: one,
};

const objectives = [
  { name: 'cross-entropy', objective: crossEntropy, reads: [] },
  { name: 'NPO', objective: npo(0.3), reads: ['isForget', 'referenceLogProbs'] },
  { name: 'RMU', objective: rmu(1, [1, 2, 0, 1], 1.5), reads: ['isForget'] },
];

describe.each(objectives)('a step of training with $name', ({ objective, reads }) => {
  test('has the numeric derivative along a random direction', () => {
    const graph = graphOf(objective);
    const direction = normal(P);
    const at = (step: number) => {
      const data = parameters.data.map((x, i) => x + step * (direction.data[i] ?? 0));
      return interpret(graph, { ...feeds, parameters: { shape: [P], data } });
    };
    const loss = (step: number): number => at(step).get('loss')?.data[0] ?? Number.NaN;
    const gradient = at(0).get('nextFirstMoment')?.data ?? new Float64Array();
    const analytic = gradient.reduce((sum, g, i) => sum + g * (direction.data[i] ?? 0), 0);
    const numeric = (loss(1e-6) - loss(-1e-6)) / 2e-6;
    expect(Math.abs(analytic)).toBeGreaterThan(1e-2);
    expect(Math.abs(analytic - numeric)).toBeLessThan(1e-6 * Math.max(1, Math.abs(numeric)));
  });

  test('is fed only what the objective reads', () => {
    const optional = [...graphOf(objective).inputs.keys()].filter(
      (name) => name === 'isForget' || name === 'referenceLogProbs',
    );
    expect(optional).toEqual(reads);
  });
});

test('what an objective does not use costs nothing: no labels, no head', () => {
  const { inputs, nodes, weights } = graphOf(rmu(1, [1, 2, 0, 1], 1.5));
  expect([inputs.has('labels'), inputs.has('weights'), weights.has('lm_head.weight')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(nodes.length).toBeLessThan(graphOf(crossEntropy).nodes.length);
});
