import { expect, test } from 'vitest';
import { suggestions } from './suggestions';

const prompts = Array.from({ length: 7 }, (_, i) => ({ prompt: `p${i}`, references: [] }));

test('three about the text and one about anything', () => {
  const heldOut = { title: 'Everyday', passages: ['A title\nThe hen had an egg and it was red.'] };
  expect(suggestions({ prompts, heldOut })).toEqual(['p0', 'p2', 'p4', 'The hen had an egg and it']);
});

test('without prompts, a data set still has its everyday passage', () => {
  expect(suggestions({ prompts: [], heldOut: { title: '', passages: ['short'] } })).toEqual([]);
});
