import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defused, restored } from './spreadsheet-cell';

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＠A1', '-', "'=1+1"])(
  'a spreadsheet shows %j as text',
  (cell) => {
    expect(defused(cell)).toBe(`'${cell}`);
  },
);

test.each(['', 'lamp', "o'clock", "'tis", '-0.25', '+3', '-1e-7', '12'])('%j needs nothing', (cell) => {
  expect(defused(cell)).toBe(cell);
});

test('every text comes back as it was', () => {
  const part = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', '1', 'a');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const cell = parts.join('');
      expect(restored(defused(cell))).toBe(cell);
    }),
  );
});
