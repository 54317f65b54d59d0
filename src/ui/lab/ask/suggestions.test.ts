import { expect, test } from 'vitest';
import { nextOf, suggestions } from './suggestions';

const prompts = Array.from({ length: 7 }, (_, i) => ({ prompt: `p${i}`, references: [] }));

test('three about the text and one about anything', () => {
  const heldOut = { title: 'Everyday', passages: ['A title\nThe hen had an egg and it was red.'] };
  expect(suggestions({ prompts, heldOut })).toEqual([
    { kind: 'forget', prompt: 'p0' },
    { kind: 'forget', prompt: 'p2' },
    { kind: 'forget', prompt: 'p4' },
    { kind: 'everyday', prompt: 'The hen had an egg and it' },
  ]);
});

test('a data set may have nothing to suggest', () => {
  expect(suggestions({ prompts: [], heldOut: { title: '', passages: ['short'] } })).toEqual([]);
});

test('the next prompt follows the one that was asked, around to the first', () => {
  const known = ['a', 'b'].map((prompt) => ({ kind: 'forget', prompt }) as const);
  expect(['a', 'b', 'something else'].map((asked) => nextOf(known, asked))).toEqual(['b', 'a', 'a']);
});
