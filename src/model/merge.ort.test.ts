/** Merged adapters give the same logits, and rounding moves weights by at most half a step. */
import { afterAll, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout } from '../llama/lora';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { mergeAdapter } from './merge';
import { microConfig, microWeights } from './micro';
import { Model } from './model';
import { roundWeights } from './round-weights';
import { score } from './score';

const device = openNative();
afterAll(() => device.release());
const weights = microWeights(microConfig);
const lora = { rank: 2, loraAlpha: 4, targets: ['q_proj', 'o_proj', 'down_proj'] } as const;
const text = Int32Array.of(1, 5, 9, 13, 2, 30);

test('a merged adapter gives the logits of its variant', async () => {
  const random = prng(3);
  const { size } = adapterLayout(microConfig, lora);
  const adapter = { lora, flat: Float32Array.from({ length: size }, () => random.normal()) };
  const model = await Model.open(device, microConfig, weights);
  const bank = new AdapterBank(device, microConfig, lora);
  await bank.set('unlearned', adapter);
  const merged = await Model.open(device, microConfig, mergeAdapter(microConfig, weights, adapter));
  const plain = new AdapterBank(device, microConfig, lora);
  const [variant] = await score({ model, bank, variantRef: { variant: 'unlearned' } }, [text], 1);
  const [alone] = await score({ model: merged, bank: plain, variantRef: { variant: 'baseline' } }, [text], 1);
  const [before] = await score({ model, bank, variantRef: { variant: 'baseline' } }, [text], 1);
  variant?.nll.forEach((x, i) => expect(alone?.nll[i]).toBeCloseTo(x, 4));
  expect(variant?.nll).not.toEqual(before?.nll);
});

test.each([8, 4])('weights of %i bits', (bits) => {
  const rounded = roundWeights(microConfig, weights, bits);
  const name = 'model.layers.0.self_attn.q_proj.weight';
  const [old, now] = [weights.get(name)?.data, rounded.get(name)?.data];
  const columns = microConfig.hiddenSize;
  const [row, other] = [old?.subarray(0, columns) ?? [], now?.subarray(0, columns) ?? []];
  const step = Math.max(...[...row].map(Math.abs)) / (2 ** (bits - 1) - 1);
  row.forEach((x, i) => expect(Math.abs(x - (other[i] ?? Number.NaN))).toBeLessThanOrEqual(step / 2 + 1e-7));
  expect(new Set([...other].map((x) => Math.round(x / step))).size).toBeLessThanOrEqual(2 ** bits);
  expect(rounded.get('model.embed_tokens.weight')).toBe(weights.get('model.embed_tokens.weight'));
});
