/** One forward pass for every α: against float64, with ties, and with rows of different length in one batch. */
import { afterAll, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { logitSpaces } from '../llama/graphs/combine';
import { adapterLayout, allProjections } from '../llama/lora';
import { AdapterBank, adapterVariants } from '../model/adapter-bank';
import { logits } from '../model/logits';
import { microConfig, microWeights } from '../model/micro';
import { Model } from '../model/model';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { labelAt } from './alpha-envelope';
import { BlockRows } from './block-rows';
import { TOP } from './chunk-rows';
import { checkCombine, tieOrder } from './check-combine';
import { labelsAt, supervised } from './record';
import { aligned } from './micro-aligned';

const device = openNative();
afterAll(() => device.release());
const V = microConfig.vocabSize;
const T = 12;

async function open() {
  const model = await Model.open(device, microConfig, microWeights(microConfig));
  const lora = { ...allProjections, rank: 2 };
  const bank = new AdapterBank(device, microConfig, lora);
  for (const [seed, variant] of (['reinforced', 'unlearned'] as const).entries()) {
    const random = prng(seed);
    const flat = Float32Array.from(
      { length: adapterLayout(microConfig, lora).size },
      () => 0.3 * random.normal(),
    );
    await bank.set(variant, { lora, flat });
  }
  return { model, bank };
}

/** Whether two rows agree to 1e-5, relative to the largest number of their inputs. */
function expectClose(got: ArrayLike<number>, want: readonly number[], scale: number): void {
  const worst = want.reduce((most, x, i) => Math.max(most, Math.abs(x - (got[i] ?? Number.NaN))), 0);
  expect(worst).toBeLessThanOrEqual(1e-5 * scale);
}

test.each(logitSpaces)('combined logits (%s) equal float64 to 1e-5, for several α', async (space) => {
  const { worst, misplaced, rows } = await checkCombine(device, space);
  expect(worst).toBeLessThan(1e-5);
  expect({ misplaced, rows }).toEqual({ misplaced: 0, rows: 48 });
});

test('ties go to the lowest id', async () => {
  expect(await tieOrder(device)).toEqual([1, 2, 3, 0]);
});

test('the envelope gives the labels of equation 1 at every α, without another pass', async () => {
  const { model, bank } = await open();
  const rows = await BlockRows.read(model, bank, aligned, { logitSpace: 'raw', blockLength: T });
  const record = await rows.record(5);
  for (const alpha of [0, 0.3, 1, 2.5, 5, 10, 40]) {
    const generic = await rows.generic(alpha);
    const k = generic.ids.length / generic.logSum.length;
    supervised(aligned).forEach((_, row) => {
      const [first = 0, second = 0] = generic.logits.subarray(row * k);
      const isClose = first - second < 1e-5 * Math.max(1, Math.abs(first));
      if (!isClose) expect(labelAt(record.envelope, row, alpha)).toBe(generic.ids[row * k]);
    });
    expect(labelsAt(record, alpha).filter((label) => label === 40)).toHaveLength(0);
  }
  expect(record.labels).toEqual(labelsAt(record, 5));
  rows.release();
});

test('a record keeps supervised positions only, k strongest each', async () => {
  const { model, bank } = await open();
  const rows = await BlockRows.read(model, bank, aligned, { logitSpace: 'raw', blockLength: T });
  const { baseline, reinforced, generic, envelope } = await rows.record(5);
  for (const { ids, logits: values, logSum } of [baseline, reinforced, generic])
    expect([ids.length, values.length, logSum.length]).toEqual([6 * TOP, 6 * TOP, 6]);
  expect(envelope.starts).toHaveLength(7);
  rows.release();
});

test('rows of different length and variant give the same numbers in one batch as alone', async () => {
  const { model, bank } = await open();
  const random = prng(9);
  const sequences = [3, 12, 7, 1, 9].map((length, i) => ({
    ids: Int32Array.from({ length }, () => random.below(V)),
    variant: adapterVariants[i % adapterVariants.length] ?? 'baseline',
  }));
  const together = await readF32(await logits(model, bank, sequences, T));
  for (const [b, one] of sequences.entries()) {
    const alone = await readF32(await logits(model, bank, [one], one.ids.length));
    for (let i = 0; i < one.ids.length; i++) {
      const want = [...alone.subarray(i * V, (i + 1) * V)];
      const got = together.subarray((b * T + i) * V, (b * T + i + 1) * V);
      expectClose(got, want, Math.max(...want.map(Math.abs)));
      expect(got.indexOf(Math.max(...got))).toBe(want.indexOf(Math.max(...want)));
    }
  }
});

test('more padding changes no label', async () => {
  const { model, bank } = await open();
  const labels = async (blockLength: number) => {
    const rows = await BlockRows.read(model, bank, aligned, { logitSpace: 'logprob', blockLength });
    const record = await rows.record(5);
    rows.release();
    return record.labels;
  };
  expect(await labels(10)).toEqual(await labels(30));
});
