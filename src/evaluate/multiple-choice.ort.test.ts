/** Scores of options against the full logits, and the accuracy computed from them. */
import { afterAll, expect, test } from 'vitest';
import { AdapterBank } from '../model/adapter-bank';
import { allProjections } from '../llama/lora';
import { logits } from '../model/logits';
import { microConfig, microWeights } from '../model/micro';
import { Model } from '../model/model';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { accuracy, chance, optionScores } from './multiple-choice';

const device = openNative();
afterAll(() => device.release());

/** One token per letter. */
const letters = {
  encode: (text: string) => Int32Array.from(text, (c) => c.charCodeAt(0) % microConfig.vocabSize),
  decode: (ids: Iterable<number>) => [...ids].join(' '),
  tokenText: (id: number) => String(id),
  tokenBytes: () => null,
  opening: [],
  isSpecial: () => false,
};

test('the score of an option is the mean ln p of its tokens', async () => {
  const model = await Model.open(device, microConfig, microWeights(microConfig));
  const bank = new AdapterBank(device, microConfig, allProjections);
  const question = { prompt: 'ab', options: ['c', 'def'], answer: 1 };
  const [scores = []] = await optionScores(
    { model, bank, variantRef: { variant: 'baseline' } },
    letters,
    [question],
    4,
  );

  const ids = letters.encode('ab def');
  const all = await readF32(await logits(model, bank, [{ ids, variant: 'baseline' }], 32));
  const V = microConfig.vocabSize;
  const from = 2;
  let sum = 0;
  for (let i = from; i < ids.length; i++) {
    const row = [...all.subarray((i - 1) * V, i * V)];
    const total = Math.log(row.reduce((s, x) => s + Math.exp(x), 0));
    sum += (row[ids[i] ?? 0] ?? 0) - total;
  }
  expect(scores[1]).toBeCloseTo(sum / (ids.length - from), 4);
  await model.release();
});

test('accuracy is the share of questions whose right option scores highest; chance is that of guessing', () => {
  const questions = [
    { prompt: '', options: ['a', 'b'], answer: 0 },
    { prompt: '', options: ['a', 'b', 'c', 'd'], answer: 3 },
  ];
  expect(accuracy(questions, [[-1, -2], [-1, -2, -3, -4]])).toBe(0.5); // prettier-ignore
  expect(chance(questions)).toBe(0.375);
});
