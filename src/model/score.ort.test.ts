/** Texts in one batch have the scores that each has alone, for a variant and for equation 1. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout, allProjections } from '../llama/lora';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { logits } from './logits';
import { microConfig, microWeights } from './micro';
import { Model } from './model';
import { expectations, score, scoreFamilies } from './score';
import type { VariantRef, EvaluatedModel } from './evaluated-model';

const device = openNative();
const V = microConfig.vocabSize;
const family = [
  Int32Array.of(1, 5, 9, 13, 2),
  Int32Array.of(1, 5, 9, 30, 31, 32),
  Int32Array.of(1, 5, 9, 13, 40),
];
const blend = { variant: 'equation1', alpha: 3, space: 'raw' } as const;
const variantRefs: readonly VariantRef[] = [{ variant: 'baseline' }, { variant: 'reinforced' }, blend];

let bank: AdapterBank;
let model: Model;
beforeAll(async () => {
  model = await Model.open(device, microConfig, microWeights(microConfig));
  const lora = { ...allProjections, rank: 2 };
  bank = new AdapterBank(device, microConfig, lora);
  const random = prng(5);
  const { size } = adapterLayout(microConfig, lora);
  const flat = Float32Array.from({ length: size }, () => 2 * random.normal());
  await bank.set('reinforced', { lora, flat });
});
afterAll(() => device.release());

/** ln p of every token after each token of a text, from the plain graph and float64 numbers. */
async function plainly({ variantRef }: EvaluatedModel, ids: Int32Array): Promise<number[][]> {
  const rows = async (variant: 'baseline' | 'reinforced'): Promise<number[][]> => {
    const all = await readF32(await logits(model, bank, [{ ids, variant }], ids.length));
    return Array.from(ids, (_, i) => [...all.subarray(i * V, (i + 1) * V)]);
  };
  const isBlend = variantRef.variant === 'equation1';
  const baseline = await rows(variantRef.variant === 'reinforced' ? 'reinforced' : 'baseline');
  const reinforced = isBlend ? await rows('reinforced') : baseline;
  return baseline.map((row, i) => {
    const said = row.map((b, id) => b - blend.alpha * Math.max((reinforced[i]?.[id] ?? 0) - b, 0));
    const sum = Math.log(said.reduce((total, x) => total + Math.exp(x), 0));
    return said.map((x) => x - sum);
  });
}

describe.each(variantRefs)('$variant', (variantRef) => {
  const evaluated = (): EvaluatedModel => ({ model, bank, variantRef });

  test('a text has the scores of the plain graph', async () => {
    const [scores] = await score(evaluated(), family, 2);
    const [text = new Int32Array()] = family;
    const logs = await plainly(evaluated(), text);
    expect(scores?.nll).toHaveLength(text.length - 1);
    for (const [i, nll] of (scores?.nll ?? []).entries()) {
      const row = logs[i] ?? [];
      expect(nll).toBeCloseTo(-(row[text[i + 1] ?? 0] ?? Number.NaN), 4);
      expect(scores?.best[i]).toBe(Number(row.indexOf(Math.max(...row)) === text[i + 1]));
    }
  });

  test('a family has the scores of its texts alone', async () => {
    const alone = await score(evaluated(), family, 1);
    for await (const [together] of scoreFamilies(evaluated(), [family, family], 2)) {
      expect(together).toHaveLength(family.length);
      together?.forEach(({ nll, best }, i) => {
        expect(best).toEqual(alone[i]?.best);
        for (const [at, x] of nll.entries()) expect(x).toBeCloseTo(alone[i]?.nll[at] ?? Number.NaN, 4);
      });
    }
  });

  test('predictions are the logarithms of probabilities', async () => {
    for await (const [logs = new Float32Array()] of expectations(evaluated(), family.slice(0, 1), 1)) {
      const expected = (await plainly(evaluated(), family[0] ?? new Int32Array())).flat();
      expect(logs).toHaveLength(expected.length);
      for (const [i, x] of logs.entries()) expect(x).toBeCloseTo(expected[i] ?? Number.NaN, 3);
    }
  });
});

test('a batch of one and a batch of eight give the same', async () => {
  const evaluated: EvaluatedModel = { model, bank, variantRef: { variant: 'reinforced' } };
  const one = await score(evaluated, family, 1);
  const eight = await score(evaluated, family, 8);
  one.forEach(({ nll }, i) =>
    nll.forEach((x, at) => expect(x).toBeCloseTo(eight[i]?.nll[at] ?? Number.NaN, 5)),
  );
});
