import { expect, test } from 'vitest';
import { crossEntropy } from '../loss';
import { parseConfig } from '../config';
import { adamWDefaults } from '../adamw';
import { allProjections } from '../lora';
import { directionalDerivative, microStep } from './check-train-step';
import { trainStepGraph } from './train-step';

test('the gradient of a step is the numeric derivative', () => {
  const { analytic, numeric } = directionalDerivative(crossEntropy);
  expect(Math.abs(analytic)).toBeGreaterThan(1e-2);
  expect(Math.abs(analytic - numeric)).toBeLessThan(1e-6 * Math.max(1, Math.abs(numeric)));
});

test('what the objective does not read is not an input', () => {
  const inputs = [...microStep(crossEntropy).inputs.keys()];
  expect(inputs).toEqual(expect.arrayContaining(['ids', 'labels', 'weights']));
  expect(inputs).not.toContain('isForget');
  expect(inputs).not.toContain('referenceLogProbs');
  expect(inputs).not.toContain('negatives');
});

test('a step of six layers takes at most 780 operations, 130 for each layer', () => {
  const config = parseConfig({
    model_type: 'llama',
    vocab_size: 2048,
    hidden_size: 256,
    intermediate_size: 688,
    num_hidden_layers: 6,
    num_attention_heads: 8,
    num_key_value_heads: 4,
  });
  const { nodes } = trainStepGraph(config, {
    batch: 4,
    length: 128,
    trainable: { kind: 'adapter', lora: allProjections },
    objective: crossEntropy,
    optimizer: adamWDefaults,
  });
  // To reshape costs nothing.
  expect(nodes.filter(({ op }) => op !== 'Reshape').length).toBeLessThanOrEqual(780);
});
