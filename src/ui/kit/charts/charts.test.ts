import { describe, expect, it } from 'vitest';
import { linearScale } from './scales';
import { pathOf } from './shapes';

describe('a scale', () => {
  it('takes its ends to the ends of the axis', () => {
    const { at } = linearScale(0, 10, 100, 0);
    expect([at(0), at(5), at(10)]).toEqual([100, 50, 0]);
  });

  it('has round ticks', () => {
    expect(linearScale(0.02, 0.97, 0, 100).ticks(4)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('shows a single value', () => {
    expect(Number.isFinite(linearScale(3, 3, 0, 100).at(3))).toBe(true);
  });
});

describe('a path', () => {
  it('breaks where there is no value', () => {
    const path = pathOf([
      [0, 1],
      [1, 2],
      [2, null],
      [3, 4],
    ]);
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it('of nothing is nothing', () => {
    expect(pathOf([])).toBe('');
  });
});
