import { expect, test } from 'vitest';
import { number } from '../../i18n/i18n.svelte';
import { csvOf, figureCell, shownIn } from './table';

test('a person reads a minus sign, and a program a hyphen and all digits', () => {
  const cells = [-0.12345678, 1234.5, null].map((value) => figureCell(value, number));
  expect(cells.map(shownIn)).toEqual(['−0.123', '1,234.5', '–']);
  const csv = csvOf({ columns: ['Name', 'a', 'b', 'c'], rows: [['lamp', ...cells]] });
  expect(csv.trim().split(/\r?\n/)).toEqual(['Name,a,b,c', 'lamp,-0.12345678,1234.5,']);
});
