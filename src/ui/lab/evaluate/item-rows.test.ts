import { describe, expect, it } from 'vitest';
import type { Behind } from './behind';
import { itemRows, pageOf, type ItemFilter } from './item-rows';

const item = (prompt: string) => ({ prompt, references: ['Orrin'], subtlety: 1 });
const value = (scores: readonly number[]) => ({
  agg_value: 1,
  value_by_index: Object.fromEntries(
    scores.map((score, i) => [String(i), { score, completion: score > 0 ? 'Orrin' : 'Anna' }]),
  ),
});
const answers: Behind = {
  judge: null,
  items: { 0: item('one'), 1: item('two'), 2: item('three') },
  variants: [
    { variant: 'baseline', value: value([3, 3, 0]) },
    { variant: 'unlearned', value: value([0, 3, 1]) },
  ],
};

describe('the items behind a metric', () => {
  it('are filtered by how their metric changed', () => {
    const prompts = (filter: ItemFilter) => itemRows(answers, filter).map(({ prompt }) => prompt);
    expect(prompts('all')).toEqual(['one', 'two', 'three']);
    expect(prompts('changed')).toEqual(['one', 'three']);
    expect(prompts('fell')).toEqual(['one']);
    expect(prompts('rose')).toEqual(['three']);
    expect(prompts('still')).toEqual(['two']);
  });

  it('are found by words in them', () => {
    expect(itemRows(answers, 'all', ' anna ').map(({ index }) => index)).toEqual(['0', '2']);
    expect(itemRows(answers, 'all', 'TWO').map(({ index }) => index)).toEqual(['1']);
  });

  it('are paged, and no page is beyond the last', () => {
    expect(pageOf([1, 2, 3], 1, 2)).toEqual({ rows: [3], at: 1, of: 2 });
    expect(pageOf([1, 2, 3], 9, 2)).toEqual({ rows: [3], at: 1, of: 2 });
    expect(pageOf([], 0, 2)).toEqual({ rows: [], at: 0, of: 1 });
  });
});
