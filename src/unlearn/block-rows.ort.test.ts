/** One pass, every α: against float64, with ties, and with rows of different length in one batch. */
import { afterAll, describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { alignGraph, NEVER } from '../llama/graphs/align';
import { combineGraph, logitSpaces, type LogitSpace } from '../llama/graphs/combine';
import { adapterLayout, allProjections } from '../llama/lora';
import { AdapterBank, voices } from '../model/adapter-bank';
import { logits } from '../model/logits';
import { microConfig, microWeights } from '../model/micro';
import { Model } from '../model/model';
import { readF32, readIds } from '../runtime/device';
import { openNative } from '../runtime/node';
import type { Aligned } from '../text/translate';
import { labelAt } from './alpha-envelope';
import { BlockRows, TOP } from './block-rows';
import { labelsAt, supervised } from './record';

const device = openNative();
afterAll(() => device.release());
const V = microConfig.vocabSize;
const T = 12;

async function open() {
  const model = await Model.open(device, microConfig, microWeights(microConfig));
  const lora = { ...allProjections, rank: 2 };
  const bank = new AdapterBank(device, microConfig, lora);
  for (const [seed, voice] of (['reinforced', 'unlearned'] as const).entries()) {
    const random = prng(seed);
    const flat = Float32Array.from(
      { length: adapterLayout(microConfig, lora).size },
      () => 0.3 * random.normal(),
    );
    await bank.set(voice, { lora, flat });
  }
  return { model, bank };
}

/** A block of ten tokens whose translation has eight. */
const aligned: Aligned = {
  original: Int32Array.of(1, 5, 30, 31, 6, 7, 8, 30, 31, 9),
  translated: Int32Array.of(1, 5, 40, 6, 7, 8, 40, 9),
  mapping: Int32Array.of(0, 1, -1, 2, 3, 4, -1, -1, 6, -1),
  reasons: [null, null, 'anchor', null, null, null, 'repeat', 'anchor', null, 'end'],
  forbidden: [{ id: 40, from: 2 }],
  matches: [],
};

/** Numbers of a row in the space of equation 1, in float64. */
function into(row: readonly number[], space: LogitSpace): number[] {
  const sum = space === 'raw' ? 0 : Math.log(row.reduce((total, x) => total + Math.exp(x), 0));
  return row.map((x) => x - sum);
}

/** Equation 1 at one position, from raw logits, in float64. */
function combined(baseline: number[], reinforced: number[], alpha: number, space: LogitSpace): number[] {
  const r = into(reinforced, space);
  return into(baseline, space).map((g, id) => g - alpha * Math.max((r[id] ?? 0) - g, 0));
}

/** Whether two rows agree to 1e-5 of the largest number that went into them. */
function expectClose(got: ArrayLike<number>, want: readonly number[], scale: number): void {
  const worst = want.reduce((most, x, i) => Math.max(most, Math.abs(x - (got[i] ?? Number.NaN))), 0);
  expect(worst).toBeLessThanOrEqual(1e-5 * scale);
}

describe.each(logitSpaces)('combined logits (%s)', (space) => {
  test('equal float64 to 1e-5 at every position, for several α', async () => {
    const random = prng(3);
    const data = Float32Array.from({ length: 2 * T * V }, () => 8 * random.normal());
    const mapping = Int32Array.from({ length: T }, (_, i) => Math.floor(i / 2));
    const forbiddenFrom = new Int32Array(V).fill(NEVER);
    forbiddenFrom[7] = 2;
    const shape = { length: T, vocabSize: V, top: V };
    const none = await device.place(new Map());
    const align = await device.compile(alignGraph({ ...shape, space }), none);
    const combine = await device.compile(combineGraph(shape), none);
    const { baseline, reinforced } = await align.run({
      logits: { shape: [2, T, V], data },
      mapping: { shape: [T], data: mapping },
      forbiddenFrom: { shape: [V], data: forbiddenFrom },
    });
    const row = (side: number, i: number): number[] => [
      ...data.subarray((side * T + i) * V, (side * T + i + 1) * V),
    ];
    for (const alpha of [0, 2.5, 5, 10]) {
      const found = await combine.run({
        baseline,
        reinforced,
        alpha: { shape: [1], data: Float32Array.of(alpha) },
      });
      const [ids, values, sums] = [
        await readIds(found.ids),
        await readF32(found.logits),
        await readF32(found.logSum),
      ];
      for (let i = 0; i < T; i++) {
        const j = mapping[i] ?? 0;
        const raw = row(0, j);
        const mean = raw.reduce((sum, x) => sum + x, 0) / V;
        const edited = raw.map((x, id) => (j >= (forbiddenFrom[id] ?? 0) ? mean : x));
        const want = combined(edited, row(1, i), alpha, space);
        const order = [...ids.subarray(i * V, (i + 1) * V)];
        const scale = Math.max(...[...want, ...edited, ...row(1, i)].map(Math.abs));
        expectClose(
          values.subarray(i * V, (i + 1) * V),
          order.map((id) => want[id] ?? Number.NaN),
          scale,
        );
        expect(order[0]).toBe(want.indexOf(Math.max(...want)));
        const sum = Math.log(want.reduce((total, x) => total + Math.exp(x), 0));
        expectClose([sums[i] ?? Number.NaN], [sum], scale);
      }
    }
  });
});

test('ties go to the lowest id', async () => {
  const none = await device.place(new Map());
  const combine = await device.compile(combineGraph({ length: 1, vocabSize: 4, top: 4 }), none);
  const found = await combine.run({
    baseline: { shape: [1, 4], data: Float32Array.of(1, 4, 2, 2) },
    reinforced: { shape: [1, 4], data: Float32Array.of(1, 5, 2, 0) },
    alpha: { shape: [1], data: Float32Array.of(2) }, // 4 − 2 · 1 joins the two at 2
  });
  expect([...(await readIds(found.ids))]).toEqual([1, 2, 3, 0]);
});

test('the envelope gives the labels that equation 1 gives, at every α, without another pass', async () => {
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

test('a batch of rows of different length and voice gives the numbers of each row alone', async () => {
  const { model, bank } = await open();
  const random = prng(9);
  const spoken = [3, 12, 7, 1, 9].map((length, i) => ({
    ids: Int32Array.from({ length }, () => random.below(V)),
    voice: voices[i % voices.length] ?? 'baseline',
  }));
  const together = await readF32(await logits(model, bank, spoken, T));
  for (const [b, one] of spoken.entries()) {
    const alone = await readF32(await logits(model, bank, [one], one.ids.length));
    for (let i = 0; i < one.ids.length; i++) {
      const want = [...alone.subarray(i * V, (i + 1) * V)];
      const got = together.subarray((b * T + i) * V, (b * T + i + 1) * V);
      expectClose(got, want, Math.max(...want.map(Math.abs)));
      expect(got.indexOf(Math.max(...got))).toBe(want.indexOf(Math.max(...want)));
    }
  }
});

test('padding a block further changes no label', async () => {
  const { model, bank } = await open();
  const labels = async (blockLength: number) => {
    const rows = await BlockRows.read(model, bank, aligned, { logitSpace: 'logprob', blockLength });
    const record = await rows.record(5);
    rows.release();
    return record.labels;
  };
  expect(await labels(10)).toEqual(await labels(30));
});
