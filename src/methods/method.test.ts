import { expect, test } from 'vitest';
import { crossEntropy } from '../llama/loss';
import { unlearnOnText, withSettings } from '../pipeline/stages';
import { decimal } from '../settings/field';
import { defineMethod, training } from './method';

const fields = { weight: decimal({ min: 0, max: 1, step: 0.1, default: 0.5 }) };
const unlearn = { purpose: 'E', tryThis: 'F', why: 'G' };
const words = { title: 'A', help: 'B', unlearn, settings: { weight: { name: 'C', help: 'D' } } };
const parts = {
  name: 'a',
  source: 'https://example.org',
  passage: 'H',
  fields,
  defaults: {},
  pipeline: { unlearn: withSettings(unlearnOnText, 'method', 'a') },
  unlearning: () => training(crossEntropy),
} as const;

test('a method without its words in every language, or without help for a setting, does not compile', () => {
  const methods = [
    defineMethod({ ...parts, words: { en: words, zh: words } }),
    // @ts-expect-error no Chinese
    defineMethod({ ...parts, words: { en: words } }),
    // @ts-expect-error no words for `weight`
    defineMethod({ ...parts, words: { en: words, zh: { ...words, settings: {} } } }),
    defineMethod({
      ...parts,
      // @ts-expect-error no such setting
      pipeline: { unlearn: withSettings(unlearnOnText, 'method', 'other') },
      words: { en: words, zh: words },
    }),
  ];
  expect(methods).toHaveLength(4);
});
