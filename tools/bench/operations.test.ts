/** How many operations a graphics card is asked for: bounds on the graphs that `npm run bench -- --part dispatches` runs. */
import { expect, test } from 'vitest';
import type { Node } from '../../src/graph/ir';
import { parseConfig } from '../../src/llama/config';
import { decodeGraph } from '../../src/llama/graphs/decode';
import { trainStepGraph } from '../../src/llama/graphs/train-step';
import { allProjections } from '../../src/llama/lora';
import { configJson } from '../pretrain/plan';
import { config, shape } from './workload';

/** To reshape costs nothing. */
const computing = ({ nodes }: { readonly nodes: readonly Node[] }): number =>
  nodes.filter(({ op }) => op !== 'Reshape').length;

test.each([
  ['few weights, which are joined', true, 611],
  ['many weights', false, 645],
] as const)('a training step of six layers with %s takes few operations', (_name, joined, most) => {
  const trainable = { kind: 'adapter', lora: allProjections, stacked: true, joined } as const;
  expect(computing(trainStepGraph(config, { ...shape, trainable }))).toBeLessThanOrEqual(most);
});

const cached = { length: 1, context: 64, lora: allProjections, bank: 3 };
const one = { ...cached, batch: 1, oneVariant: true, outputs: null };
const equation1 = { ...cached, batch: 2, oneVariant: false, outputs: 1 };

test.each([
  ['one variant', one, 'merged', 80],
  ['the baseline', one, 'none', 80],
  ['equation 1', equation1, 'merged', 105],
] as const)('the next token of %s takes few operations', (_name, shape, adapters, most) => {
  expect(computing(decodeGraph(parseConfig(configJson), { ...shape, adapters }))).toBeLessThanOrEqual(most);
});
