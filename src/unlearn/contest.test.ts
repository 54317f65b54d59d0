import { expect, test } from 'vitest';
import { contestAt, contestAxis, contestRows, type Contest } from './contest';
import { microLabels } from './micro-labels';
import { labelsAt, supervised } from './record';

const contest: Contest = {
  contenders: [
    { id: 5, baseline: 4, reinforced: 6 },
    { id: 7, baseline: 3, reinforced: 2 },
    { id: 9, baseline: 1, reinforced: null },
  ],
  segments: [
    { from: 0, id: 5 },
    { from: 0.5, id: 7 },
  ],
  forbidden: [9],
};

test('equation 1 subtracts α times what the reinforced model added, and nothing where it added nothing', () => {
  const [first, second, third] = contestRows(contest, 5);
  expect(first).toMatchObject({ id: 5, relu: 2, generic: -6 });
  expect(second).toMatchObject({ id: 7, relu: 0, generic: 3 });
  expect(third).toMatchObject({ id: 9, relu: null, generic: null, isForbidden: true });
});

test('every label over α has a row, however many stronger tokens there are, and the rows do not depend on α', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ id: 100 + i, baseline: 9, reinforced: 9 }));
  const crowded = { ...contest, contenders: [...many, ...contest.contenders] };
  const idsAt = (alpha: number): number[] => contestRows(crowded, alpha).map(({ id }) => id);
  expect(idsAt(5)).toHaveLength(8);
  expect(idsAt(5)).toEqual(expect.arrayContaining([5, 7]));
  expect(idsAt(20)).toEqual(idsAt(0));
});

test('the labels come first where there is room for few', () => {
  expect(contestRows({ ...contest, segments: [{ from: 0, id: 9 }] }, 5, 1).map(({ id }) => id)).toEqual([9]);
  expect(contestRows(contest, 5, 1).map(({ id }) => id)).toEqual([5, 7]);
});

test('at a position of a record the label has its row, and a position without a label has none', () => {
  const [block] = microLabels().blocks;
  if (!block) throw new Error('no block');
  for (const i of supervised(block)) {
    const label = labelsAt(block, 3)[i];
    expect(contestRows(contestAt(block, i), 3).map(({ id }) => id)).toContain(label);
  }
  const last = block.ids.length - 1;
  expect(supervised(block)).not.toContain(last);
  expect(contestRows(contestAt(block, last), 3)).toEqual([]);
});

test('the axis holds every baseline and every winner; losers may leave it', () => {
  expect(contestAxis(contest)).toEqual([1, 4]);
  const sinking = { ...contest, segments: [{ from: 0, id: 5 }] };
  expect(contestAxis(sinking)).toEqual([4 - 20 * 2, 4]);
  expect(contestAxis({ contenders: [], segments: [], forbidden: [] })).toEqual([0, 1]);
});
