import { expect, test } from 'vitest';
import { prng } from '../../base/prng';
import { interpret, type Feeds } from '../../graph/interpret';
import { fromIndices } from '../../graph/nd-array';
import { adamWDefaults } from '../adamw';
import { parseConfig } from '../config';
import { allProjections, type LoraSettings } from '../lora';
import { stackedLayout, stacking } from '../lora-stack';
import { crossEntropy } from '../loss';
import { weightShapes } from '../weights';
import { joinWeightsGraph } from './join-weights';
import { trainStepGraph } from './train-step';

/** With biases of q, k and v. */
const config = parseConfig({
  model_type: 'qwen2',
  vocab_size: 7,
  hidden_size: 4,
  intermediate_size: 6,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  num_key_value_heads: 1,
});
const all: LoraSettings = { ...allProjections, rank: 1 };
const some: LoraSettings = { ...all, targets: ['q_proj', 'v_proj', 'gate_proj', 'up_proj'] };

const random = prng(8);
const normal = (shape: readonly number[]) => fromIndices(shape, () => random.normal());
const weights: Feeds = Object.fromEntries(
  [...weightShapes(config)].map(([name, shape]) => [name, normal(shape)]),
);

test.each([
  [
    'all projections',
    all,
    ['0.self_attn.q_proj', '0.mlp.gate_proj', '1.self_attn.q_proj', '1.mlp.gate_proj'],
  ],
  ['some', some, ['0.mlp.gate_proj', '1.mlp.gate_proj']],
] as const)('a step over joined weights is the same step, with adapters of %s', (_, lora, groups) => {
  const joined = interpret(joinWeightsGraph(config, lora), weights);
  expect([...joined.keys()]).toEqual(groups.map((module) => `joined.model.layers.${module}`));
  const P = stackedLayout(config, lora).size;
  const { stack } = stacking(config, lora);
  const parameters = stack(Float32Array.from({ length: P }, () => random.normal()));
  const one = fromIndices([1], () => 1);
  const feeds: Feeds = {
    ...weights,
    ...Object.fromEntries(joined),
    ids: fromIndices([1, 3], ([, t = 0]) => t),
    labels: fromIndices([1, 3, 1], ([, t = 0]) => 6 - t),
    weights: fromIndices([1, 3, 1], () => 1),
    parameters: { shape: [P], data: Float64Array.from(parameters) },
    firstMoment: fromIndices([P], () => 0),
    secondMoment: fromIndices([P], () => 0),
    rate: one,
    firstMomentCorrection: one,
    secondMomentCorrection: one,
  };
  const step = (isJoined: boolean) => {
    const trainable = { kind: 'adapter', lora, stacked: true, joined: isJoined } as const;
    const shape = { batch: 1, length: 3, trainable, objective: crossEntropy, optimizer: adamWDefaults };
    return trainStepGraph(config, shape);
  };
  const [plain, together] = [step(false), step(true)];
  expect(together.nodes.length).toBeLessThan(plain.nodes.length);
  expect([...plain.inputs.keys()].filter((name) => name.startsWith('joined'))).toEqual([]);
  const [expected, got] = [interpret(plain, feeds), interpret(together, feeds)];
  for (const name of ['report', 'nextFirstMoment'] as const) {
    const numbers = expected.get(name)?.data ?? new Float64Array();
    expect(numbers.some((x) => Math.abs(x) > 1e-3)).toBe(true);
    got.get(name)?.data.forEach((x, i) => {
      expect(x).toBeCloseTo(numbers[i] ?? Number.NaN, 10);
    });
    expect(got.get(name)?.data).toHaveLength(numbers.length);
  }
});
