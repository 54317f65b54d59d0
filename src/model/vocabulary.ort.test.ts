/** Losses and gradients at large vocabularies, where a sum in one pass would err, against float64 (tools/golden/vocabulary.py). */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import { input } from '../graph/build';
import { graph } from '../graph/graph';
import { adamWDefaults } from '../llama/adamw';
import { parseConfig } from '../llama/config';
import { formula, formulaWeights } from '../llama/golden/formula';
import { logSumExp, sumOfSquares } from '../llama/long-sums';
import { adapterLayout, allProjections } from '../llama/lora';
import { crossEntropy } from '../llama/loss';
import { FINAL_NORM } from '../llama/weights';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { openWasmInNode } from '../runtime/ort-web-node';
import { Model } from './model';
import { Trainer } from './trainer';

const row = v.array(v.number());
const schema = v.object({
  config: v.unknown(),
  ids: v.array(row),
  labels: v.array(row),
  sharper: v.number(),
  rank: v.number(),
  loraAlpha: v.number(),
  loss: v.number(),
  gradient: row,
  gradientNorm: v.number(),
  logSumExp: row,
});
const goldens = v.parse(
  v.array(schema),
  JSON.parse(readFileSync(new URL('golden/vocabulary.json', import.meta.url), 'utf8')),
);

const device = openNative();
afterAll(() => device.release());

/** Largest distance, relative to the largest number. */
function distance(got: Float32Array, expected: readonly number[]): number {
  expect(got.length).toBe(expected.length);
  const off = expected.map((x, i) => Math.abs(x - (got[i] ?? Number.NaN)));
  return Math.max(...off) / Math.max(...expected.map(Math.abs));
}

describe.each(goldens.map((golden) => ({ golden, V: parseConfig(golden.config).vocabSize })))(
  'V = $V',
  ({ golden, V }) => {
    test('log-sum-exp', async () => {
      const rows = golden.logSumExp.length;
      const x = input('x', 'f32', [rows, V]);
      const session = await device.compile(graph({ x }, { y: logSumExp(x) }), await device.place(new Map()));
      const { y } = await session.run({ x: { shape: [rows, V], data: formula(0, [rows, V], 3) } });
      expect(distance(await readF32(y), golden.logSumExp)).toBeLessThan(2e-7);
    });

    test('loss, LoRA gradient and its norm', async () => {
      const config = parseConfig(golden.config);
      const weights = formulaWeights(config);
      const gain = weights.get(FINAL_NORM)?.data ?? new Float32Array();
      gain.forEach((x, i) => (gain[i] = x * golden.sharper));
      const model = await Model.open(device, config, weights);
      const lora = { ...allProjections, rank: golden.rank, loraAlpha: golden.loraAlpha };
      const layout = adapterLayout(config, lora);
      const initial = new Float32Array(layout.size);
      [...layout.parts.values()].forEach(({ shape, offset }, t) => {
        initial.set(formula(t, shape, 0.3), offset);
      });
      const trainer = await Trainer.start(
        model,
        {
          batch: golden.ids.length,
          length: golden.ids[0]?.length ?? 0,
          trainable: { kind: 'adapter', lora },
          objective: crossEntropy,
          optimizer: { ...adamWDefaults, beta1: 0, gradientClip: null },
        },
        initial,
      );
      const batch = {
        ids: Int32Array.from(golden.ids.flat()),
        labels: Int32Array.from(golden.labels.flat()),
      };
      const { loss, gradientNorm } = await trainer.step(batch, 0);
      const { firstMoment } = await trainer.save();
      expect(Math.abs(loss / golden.loss - 1)).toBeLessThan(3e-7);
      expect(Math.abs(gradientNorm / golden.gradientNorm - 1)).toBeLessThan(8e-6);
      expect(distance(firstMoment, golden.gradient)).toBeLessThan(1.2e-5);
      await model.release();
    });
  },
);

/** On WASM, one pass errs by 1e-4 at 337,152 numbers, those of the shipped models' adapters. */
test.each([
  ['native', 2 ** 21 + 77, () => Promise.resolve(device)],
  ['WASM', 337_152, openWasmInNode],
] as const)('the sum of squares of a long vector, %s', async (_, P, open) => {
  const on = await open();
  const data = formula(0, [P], 1e-3);
  const expected = data.reduce((sum, x) => sum + x * x, 0);
  const x = input('x', 'f32', [P]);
  const session = await on.compile(graph({ x }, { y: sumOfSquares(x) }), await on.place(new Map()));
  const { y } = await session.run({ x: { shape: [P], data } });
  expect(distance(await readF32(y), [expected])).toBeLessThan(5e-7);
});
