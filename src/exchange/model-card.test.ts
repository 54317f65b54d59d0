import { expect, test } from 'vitest';
import { defaultSettings } from '../methods/settings';
import { cardFigures } from './card-figures';
import { modelCard, type CardFacts } from './model-card';

const facts: CardFacts = {
  base: { name: 'models/base', hash: 'ab12' },
  forget: { title: 'The Marrowmere saga', hash: 'cd34', passages: 12 },
  terms: 57,
  settings: { ...defaultSettings, seed: 7 },
  opened: null,
  figures: [],
};

test('says what was unlearned and how, with every setting that counted', () => {
  const card = modelCard('unlearned', facts);
  expect(card).toMatch(/^---\nlibrary_name: peft\n/);
  for (const part of [
    'models/base',
    'ab12',
    'The Marrowmere saga',
    'cd34',
    '12 passages',
    '57 anchor terms',
    'Seed: 7',
  ])
    expect(card).toContain(part);
  expect(card).toContain(`unlearn.steps: ${defaultSettings.unlearn.steps}`);
  expect(card).not.toContain('npo.beta'); // of another method
  expect(modelCard('merged', facts)).toMatch(/^---\nlibrary_name: transformers\n/);
});

test('claims nothing that was not measured', () => {
  expect(modelCard('merged', facts)).toContain('No figures of this model were taken.');
  const measured = { names: 0.5, perplexity: 2 };
  const figures = cardFigures({ before: measured, after: { names: 0.01, perplexity: Number.NaN } }, null);
  const card = modelCard('merged', { ...facts, figures });
  expect(card).toMatch(/\| Names expected \| 0\.5 \| 0\.01 \|/);
  expect(card).not.toContain('Perplexity');
  expect(modelCard('reinforced', { ...facts, figures })).not.toContain('Names expected');
});

test('says where a reinforced adapter came from', () => {
  expect(modelCard('merged', facts)).not.toContain('made elsewhere');
  expect(modelCard('merged', { ...facts, opened: 'theirs' })).toContain('theirs, made elsewhere');
});

test('a title is a text and nothing else', () => {
  const title = '# <b>x</b>\n---\nlicense: mit | [a](b) `c`';
  const card = modelCard('merged', { ...facts, forget: { ...facts.forget, title } });
  expect(card).toContain('\\# \\<b\\>x\\</b\\> --- license: mit \\| \\[a\\](b) \\`c\\`');
  expect(card.match(/^---$/gm)).toHaveLength(2);
});
