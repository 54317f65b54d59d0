/** The probability of a text after a prompt, against that of its parts and of every other. */
import { afterAll, expect, test } from 'vitest';
import { allProjections } from '../llama/lora';
import { AdapterBank } from '../model/adapter-bank';
import { microConfig, microWeights } from '../model/micro';
import { Model } from '../model/model';
import { openNative } from '../runtime/node';
import { continuationProbabilities } from './continuation-probability';
import { continued } from './prompt-tokens';

const device = openNative();
afterAll(() => device.release());

/** One token per letter. */
const letters = {
  encode: (text: string) => Int32Array.from(text, (c) => c.charCodeAt(0) - 48),
  decode: (ids: Iterable<number>) => [...ids].join(' '),
  tokenText: (id: number) => String(id),
  tokenBytes: () => null,
  opening: [],
  isSpecial: () => false,
};

test('the probability of a text is that of its tokens, one after another; all next tokens have 1 together', async () => {
  const model = await Model.open(device, microConfig, microWeights(microConfig));
  const bank = new AdapterBank(device, microConfig, allProjections);
  const evaluated = { model, bank, variantRef: { variant: 'baseline' } } as const;
  const [whole = 0, first = 0, second = 0, ...others] = await continuationProbabilities(
    evaluated,
    continued(letters),
    [
      { prompt: '12', expected: '34' },
      { prompt: '12', expected: '3' },
      { prompt: '123', expected: '4' },
      ...Array.from({ length: microConfig.vocabSize }, (_, id) => ({
        prompt: '12',
        expected: String.fromCharCode(48 + id),
      })),
    ],
  );
  expect(whole).toBeCloseTo(first * second, 6);
  expect(whole).toBeLessThan(first);
  expect(others.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
  await bank.release();
  await model.release();
});
