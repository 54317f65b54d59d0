import { expect, test } from 'vitest';
import { deviation } from './deviation';

test.each([
  [[1, 2, 3], 1],
  [[2, 4], Math.SQRT2],
  [[0.97033, 0.97033, 0.97033], 0],
  [[0, 0], 0],
  [[5], null],
  [[], null],
])('of %j', (values, want) => {
  if (want === null) expect(deviation(values)).toBeNull();
  else expect(deviation(values)).toBeCloseTo(want, 12);
});
