import { expect, test } from 'vitest';
import { goneVariants } from './answering-models';

const answered = { reinforced: 'a', unlearned: 'b' };

test('answers of models that were trained again are of models that are gone', () => {
  expect(goneVariants(answered, answered)).toEqual([]);
  expect(goneVariants(answered, { ...answered, unlearned: 'c' })).toEqual(['unlearned']);
  expect(goneVariants({ reinforced: null, unlearned: null }, answered)).toEqual([
    'reinforced',
    'equation1',
    'unlearned',
  ]);
});
