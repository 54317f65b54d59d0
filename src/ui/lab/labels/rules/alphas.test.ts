import { expect, test } from 'vitest';
import { microLabels } from '../../../../unlearn/micro-labels';
import { labelsAt, summarize } from '../../../../unlearn/record';
import { countAt, parseAlphas } from './alphas';

test.each([
  ['2.5; 5 10', [2.5, 5, 10]],
  ['5, 5 α = 0', [0, 5]],
  ['1000 no', []],
])('%j', (written, alphas) => {
  expect(parseAlphas(written)).toEqual(alphas);
});

test('the counts of labels at an α, without another pass', () => {
  const labels = microLabels();
  const at = (alpha: number) =>
    summarize(labels.blocks.map((block) => ({ ...block, labels: labelsAt(block, alpha) })));
  for (const alpha of [0, 2.5, 5, 10]) {
    const { changed, movedByEquation1: moved, supervised } = at(alpha);
    expect(countAt(alpha, labels)).toEqual({ alpha, changed, moved, supervised });
  }
});
