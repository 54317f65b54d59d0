import { expect, test } from 'vitest';
import { parseConfig, type LlamaConfig } from '../llama/config';
import { allProjections } from '../llama/lora';
import { choosePlan, planBytes } from './plan-bytes';
import type { PlanChoice } from './plan-choice';

const GB = 2 ** 30;
const config = (
  hidden_size: number,
  intermediate_size: number,
  layers: number,
  heads: number,
  kv: number,
  vocab_size = 49_152,
) =>
  parseConfig({
    model_type: 'llama',
    vocab_size,
    hidden_size,
    intermediate_size,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    num_key_value_heads: kv,
    tie_word_embeddings: true,
  });
const m135 = config(576, 1536, 30, 9, 3);
const billion = { ...config(2048, 5632, 22, 32, 4, 32_000), tiedHead: false };
const small = config(256, 688, 6, 4, 4, 4096);
const workload = { batch: 2, length: 128, lora: allProjections };

test('the layered plan takes a fraction of the activations, with the same weights', () => {
  const of = (plan: 'whole' | 'layered') => planBytes(m135, plan, workload, { copiesFeeds: true });
  const [whole, layered] = [of('whole'), of('layered')];
  expect(layered.weights).toBe(whole.weights);
  expect(whole.weights).toBe(4 * 134_515_008);
  expect(layered.activations).toBeLessThan(whole.activations / 2);
});

test('on a graphics card, texts are written from copies of the weights, and a small model is trained with one', () => {
  const of = (plan: 'whole' | 'layered') => planBytes(small, plan, workload, { copiesFeeds: false }).copies;
  const attention = 256 * (256 + 2 * 256);
  const mlp = 2 * 688 * 256;
  const block = 4 * (attention + 256 * 256 + mlp + 256 * 688 + 2 * 256);
  expect(of('whole')).toBe(6 * (2 * block + 4 * (attention + mlp)));
  expect(of('layered')).toBe(0);
  expect(planBytes(m135, 'whole', workload, { copiesFeeds: false }).copies).toBe(4 * 30 * 3_540_096);
});

test('the whole model is run by one graph where that fits, else layer by layer', () => {
  const choose = (model: LlamaConfig, choice: PlanChoice) =>
    choosePlan(model, choice, workload, { offers: 4 * GB, copiesFeeds: true });
  const auto = choose(m135, 'auto');
  expect(auto.plan).toBe('layered'); // whole, it would take more than 2 GB
  expect(choose(small, 'auto').plan).toBe('whole');
  const chosen = choose(small, 'layered');
  expect(chosen.plan).toBe('layered');
  // The graph that generates has a copy of the weights where there is room.
  expect(chosen.execution.residentBytes).toBe(chosen.bytes.layered.weights);
  expect(auto.execution.residentBytes).toBe(0);
});

test('a model that fits no way is refused, with what it needs and what would fit', () => {
  const choose = () => choosePlan(billion, 'auto', workload, { offers: 2.5 * GB, copiesFeeds: true });
  expect(choose).toThrow(/needs about 5\.3 GB \(plan layered, 32 bits\), this device offers 2\.5 GB/u);
  expect(choose).toThrow('layered, 4 bits: 2.5 GB');
});
