/** Tokens that are written by the runtime’s own operation for attention, against reading the whole text for each. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout, allProjections } from '../llama/lora';
import { decodeGraph } from '../llama/graphs/decode';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { greedy } from './choose';
import { executions, type Plan } from './execution';
import { complete } from './generate';
import { logits } from './logits';
import { microConfig, microWeights } from './micro';
import { Model } from './model';
import type { SequenceInput } from './sequences';

const device = openNative();
afterAll(() => device.release());
afterEach(() => void vi.restoreAllMocks());

/** Heads wide enough for that operation. */
const config = { ...microConfig, headDim: 16 };
const lora = { ...allProjections, rank: 2 };
const random = prng(5);
const flat = Float32Array.from({ length: adapterLayout(config, lora).size }, () => random.normal());
const text = (length: number): Int32Array => Int32Array.from({ length }, () => random.below(48));
const prompts: readonly SequenceInput[] = [
  { ids: text(1), variant: 'baseline' },
  { ids: text(21), variant: 'reinforced' },
  { ids: text(6), variant: 'baseline' },
];
const NEW = 12;

async function opened(plan: Plan = 'whole'): Promise<readonly [Model, AdapterBank]> {
  const model = await Model.open(device, config, microWeights(config), executions[plan]);
  const bank = new AdapterBank(device, config, lora);
  await bank.set('reinforced', { lora, flat });
  return [model, bank];
}

/** The likeliest tokens after a prompt, each from the logits of all before it. */
async function readAnew(prompt: SequenceInput): Promise<number[]> {
  const [model, bank] = await opened();
  const ids = [...prompt.ids];
  for (let i = 0; i < NEW; i++) {
    const tensor = await logits(model, bank, [{ ...prompt, ids: Int32Array.from(ids) }], ids.length);
    ids.push(greedy((await readF32(tensor)).subarray(-config.vocabSize)));
    tensor.release();
  }
  await bank.release();
  await model.release();
  return ids.slice(prompt.ids.length);
}

test('the graph that writes a token attends by that operation, if the heads are wide enough', () => {
  const shape = { batch: 2, length: 1, context: 32, lora, bank: 1, oneVariant: true, outputs: null };
  const attends = (of: typeof config): boolean =>
    decodeGraph(of, { ...shape, adapters: 'none' }).nodes.some(({ op }) => op === 'GroupQueryAttention');
  expect(attends(config)).toBe(true);
  expect(attends(microConfig)).toBe(false);
});

let expected: number[][] = [];
beforeAll(async () => {
  for (const prompt of prompts) expected = [...expected, await readAnew(prompt)];
});

test.each<[string, Plan, boolean]>([
  ['by one graph', 'whole', false],
  ['by one graph, token by token', 'whole', true],
  ['layer by layer', 'layered', false],
])('prompts of different length, read %s', async (_, plan, byToken) => {
  vi.spyOn(Model.prototype, 'readsByToken', 'get').mockReturnValue(byToken);
  const [model, bank] = await opened(plan);
  expect(await complete(model, bank, prompts, { maxTokens: NEW, stopAt: null })).toEqual(expected);
  await bank.release();
  await model.release();
});
