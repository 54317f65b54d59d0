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

test('a training step takes at most 130 operations for each of its six layers', () => {
  expect(computing(trainStepGraph(config, shape))).toBeLessThanOrEqual(130 * config.layers);
});

test.each([
  ['merged', 111],
  ['none', 111],
] as const)('the next token of one text, adapters %s, takes at most %i operations', (adapters, most) => {
  const one = {
    batch: 1,
    length: 1,
    context: 64,
    lora: allProjections,
    bank: 3,
    oneVariant: true,
    outputs: null,
  };
  expect(computing(decodeGraph(parseConfig(configJson), { ...one, adapters }))).toBeLessThanOrEqual(most);
});
