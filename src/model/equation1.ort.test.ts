/** Generation by equation 1, against a full forward pass per token and plain float64 numbers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import type { LogitSpace } from '../llama/graphs/combine';
import { adapterLayout, allProjections } from '../llama/lora';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { greedy } from './choose';
import { continuePair } from './continue-pair';
import { complete } from './generate';
import { logits } from './logits';
import { microConfig, microWeights } from './micro';
import { Model } from './model';
import type { Equation1 } from './generation-inputs';
import { PairCache } from './pair-cache';

const device = openNative();
const V = microConfig.vocabSize;
const T = 24;
const stop = { maxTokens: 8, stopAt: null };
const texts = [Int32Array.of(24), Int32Array.of(30, 9), Int32Array.of(2, 9, 9, 14, 40, 3, 7)] as const;

let model: Model;
let bank: AdapterBank;
beforeAll(async () => {
  model = await Model.open(device, microConfig, microWeights(microConfig));
  const lora = { ...allProjections, rank: 2 };
  bank = new AdapterBank(device, microConfig, lora);
  const random = prng(5);
  const { size } = adapterLayout(microConfig, lora);
  await bank.set('reinforced', {
    lora,
    flat: Float32Array.from({ length: size }, () => 2 * random.normal()),
  });
});
afterAll(() => device.release());

const equation1 = (ids: Int32Array, alpha: number, space: LogitSpace = 'raw'): Equation1 => ({
  variant: 'equation1',
  ids,
  translated: null,
  space,
  alpha,
});

function normalised(row: readonly number[]): number[] {
  const sum = Math.log(row.reduce((total, x) => total + Math.exp(x), 0));
  return row.map((x) => x - sum);
}

/** The same text by full passes: no cache, no batch, no graph for the equation. */
async function plainly({ ids, translated, space, alpha }: Equation1, tokens: number): Promise<number[]> {
  const [own, read] = [[...ids], [...(translated?.ids ?? ids)]];
  const into = (row: number[]): number[] => (space === 'raw' ? row : normalised(row));
  const last = async (text: readonly number[], variant: 'baseline' | 'reinforced'): Promise<number[]> => {
    const tensor = await logits(model, bank, [{ ids: Int32Array.from(text), variant }], T);
    return [...(await readF32(tensor)).subarray((text.length - 1) * V, text.length * V)];
  };
  const written: number[] = [];
  for (let i = 0; i < tokens; i++) {
    const raw = await last([...read, ...written], 'baseline');
    const mean = raw.reduce((sum, x) => sum + x, 0) / V;
    const baseline = into(raw.map((x, id) => (translated?.forbidden.includes(id) ? mean : x)));
    const reinforced = into(await last([...own, ...written], 'reinforced'));
    const generic = baseline.map((b, id) => b - alpha * Math.max((reinforced[id] ?? 0) - b, 0));
    written.push(generic.indexOf(Math.max(...generic)));
  }
  return written;
}

describe.each(['raw', 'logprob'] as const)('equation 1 (%s)', (space) => {
  test('generates what full passes and the formula give, with prompts of different length in one batch', async () => {
    const inputs = texts.map((ids, i) => equation1(ids, [5, 1, 0.5][i] ?? 0, space));
    const together = await complete(model, bank, inputs, stop);
    for (const [i, input] of inputs.entries())
      expect(together[i]).toEqual(await plainly(input, stop.maxTokens));
  });

  test('α = 0 is the baseline', async () => {
    const baseline = texts.map((ids) => ({ ids, variant: 'baseline' }) as const);
    const inputs = texts.map((ids) => equation1(ids, 0, space));
    expect(await complete(model, bank, inputs, stop)).toEqual(await complete(model, bank, baseline, stop));
  });
});

test('equation 1 generates something else as α grows', async () => {
  const write = (alpha: number) =>
    complete(
      model,
      bank,
      texts.map((ids) => equation1(ids, alpha)),
      stop,
    );
  const [without, much] = [await write(0), await write(10)];
  for (const i of texts.keys()) expect(much[i]).not.toEqual(without[i]);
});

test('beside equation 1, variants generate what they generate alone', async () => {
  const variants = (['baseline', 'reinforced'] as const).map((variant) => ({ ids: texts[1], variant }));
  const alone = await complete(model, bank, variants, stop);
  const [, ...beside] = await complete(model, bank, [equation1(texts[0], 5), ...variants], stop);
  expect(beside).toEqual(alone);
});

test('the baseline may read a translation of another length, whose first tokens stay forbidden', async () => {
  const said = await plainly(equation1(texts[1], 1), 3);
  const inputs = [Int32Array.of(2, 11), Int32Array.of(2, 9, 9, 14, 12, 13, 40, 3, 7)].map(
    (ids): Equation1 => ({
      ...equation1(texts[1], 1),
      translated: { ids, forbidden: said },
    }),
  );
  const together = await complete(model, bank, [equation1(texts[0], 5), ...inputs], stop);
  for (const [i, input] of inputs.entries())
    expect(together[i + 1]).toEqual(await plainly(input, stop.maxTokens));
  expect(said).not.toContain(together[1]?.[0]);
});

describe('from cached logits', () => {
  const ids = Int32Array.of(13);
  const { maxTokens } = stop;
  const again = async (cache: PairCache, alpha: number): Promise<number[][]> => {
    const groups: number[][] = [];
    for await (const tokens of continuePair(model, bank, cache, { ...stop, alpha, choose: greedy }))
      groups.push(tokens.map(({ id }) => id));
    return groups;
  };

  test.each(['raw', 'logprob'] as const)('another α gives what generating anew gives (%s)', async (space) => {
    const translated = { ids: Int32Array.of(2, 11), forbidden: [4, 9] };
    const cache = new PairCache({ ...equation1(ids, 0, space), translated });
    for (const alpha of [10, 0, 3, 10]) {
      const want = await plainly({ ...equation1(ids, alpha, space), translated }, maxTokens);
      expect((await again(cache, alpha)).flat()).toEqual(want);
    }
  });

  test('what was generated before needs no model', async () => {
    const cache = new PairCache(equation1(ids, 0));
    expect(await again(cache, 10)).toHaveLength(maxTokens); // token by token
    expect(await again(cache, 10)).toHaveLength(1); // at once
    const [known = []] = await again(cache, 9.999);
    expect(known.length).toBeGreaterThan(0);
  });
});
