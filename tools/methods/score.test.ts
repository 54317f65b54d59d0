import { expect, test } from 'vitest';
import { scoreOf } from './score';

const before = { saga: 0.9, sayings: 0.8, neighbour: 0.8, ability: 0.9, perplexity: 2 };

test.each([
  ['nothing forgotten', before, { forgotten: 0, kept: 1, score: 0 }],
  ['all forgotten, all kept', { ...before, saga: 0, sayings: 0 }, { forgotten: 1, kept: 1, score: 1 }],
  [
    'everything broken',
    { saga: 0, sayings: 0, neighbour: 0, ability: 0.3, perplexity: 900 },
    { forgotten: 1, kept: 0, score: 0 },
  ],
  ['a small rise of perplexity', { ...before, saga: 0, sayings: 0, perplexity: 2.1 }, { kept: 1 }],
  ['a large one', { ...before, saga: 0, sayings: 0, perplexity: 4.2 }, { kept: 0.5, score: 2 / 3 }],
  ['half of the sayings left', { ...before, saga: 0, sayings: 0.4 }, { forgotten: 0.75, kept: 1 }],
])('%s', (_, after, want) => {
  const score = scoreOf(before, after, 0.3);
  for (const [name, x] of Object.entries(want)) expect(score).toHaveProperty(name, expect.closeTo(x, 9));
});
