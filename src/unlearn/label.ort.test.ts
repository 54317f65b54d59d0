/** Labels against equation 1 in plain float64, token by token. */
import { afterAll, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout, allProjections } from '../llama/lora';
import { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import { microConfig, microWeights } from '../model/micro';
import { Model } from '../model/model';
import { IGNORED } from '../model/train-batch';
import type { LogitSpace } from '../llama/graphs/combine';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import type { Aligned } from '../text/translate';
import { labelBlocks } from './label';
import { summarize } from './record';

const device = openNative();
afterAll(() => device.release());
const V = microConfig.vocabSize;
const LENGTH = 12;

/** A block whose tokens 2 and 3 are an anchor term, which is translated by one token and repeated later. */
const aligned: Aligned = {
  original: Int32Array.of(1, 5, 30, 31, 6, 7, 8, 30, 31, 9),
  translated: Int32Array.of(1, 5, 40, 6, 7, 8, 40, 9),
  mapping: Int32Array.of(0, 1, -1, 2, 3, 4, -1, -1, 6, -1),
  reasons: [null, null, 'anchor', null, null, null, 'repeat', 'anchor', null, 'end'],
  forbidden: [
    { id: 40, from: 2 },
    { id: 41, from: 2 },
  ],
  matches: [],
  sentences: [],
};

/** ln p from logits. */
function normalised(logits: readonly number[]): number[] {
  const sum = logits.reduce((total, x) => total + Math.exp(x), 0);
  return logits.map((x) => x - Math.log(sum));
}

/** The paper's formula in plain numbers. */
function expectedLabels(both: Float32Array, alpha: number, space: LogitSpace): number[] {
  const row = (sequence: number, position: number): number[] => [
    ...both.subarray((sequence * LENGTH + position) * V, (sequence * LENGTH + position + 1) * V),
  ];
  return [...aligned.mapping].map((j, i) => {
    if (j < 0) return IGNORED;
    const raw = row(0, j);
    const mean = raw.reduce((sum, x) => sum + x, 0) / V;
    const into = (xs: number[]): number[] => (space === 'raw' ? xs : normalised(xs));
    const baseline = into(
      raw.map((x, id) => (aligned.forbidden.some((f) => f.id === id && j >= f.from) ? mean : x)),
    );
    const reinforced = into(row(1, i));
    const generic = baseline.map((b, id) => b - alpha * Math.max((reinforced[id] ?? 0) - b, 0));
    return generic.indexOf(Math.max(...generic));
  });
}

test.each([
  [0, 'raw'],
  [1, 'raw'],
  [5, 'raw'],
  [5, 'logprob'],
] as const)('labels are the argmax of equation 1 (α = %d, %s)', async (alpha, logitSpace) => {
  const model = await Model.open(device, microConfig, microWeights(microConfig));
  const lora = { ...allProjections, rank: 2 };
  const bank = new AdapterBank(device, microConfig, lora);
  const random = prng(5);
  const flat = Float32Array.from(
    { length: adapterLayout(microConfig, lora).size },
    () => 0.3 * random.normal(),
  );
  await bank.set('reinforced', { lora, flat });

  const job = labelBlocks(model, bank, [aligned], { alpha, logitSpace, blockLength: LENGTH });
  const events = [await job.next(), await job.next()];
  const [first, last] = events;
  expect(first?.value).toMatchObject({ kind: 'label', block: 1, blocks: 1 });
  if (!last?.done) throw new Error('expected the end');
  const [record] = last.value;

  const rows = [
    { ids: aligned.translated, variant: 'baseline' },
    { ids: aligned.original, variant: 'reinforced' },
  ] as const;
  const both = await readF32(await logits(model, bank, rows, LENGTH));
  expect([...(record?.labels ?? [])]).toEqual(expectedLabels(both, alpha, logitSpace));
  expect(record?.labels.filter((id) => id === 40 || id === 41)).toHaveLength(0);
  expect(summarize(last.value)).toMatchObject({ positions: 10, supervised: 6 });
  if (alpha === 0) expect(summarize(last.value).movedByEquation1).toBe(0);
});
