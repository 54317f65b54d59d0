import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, writeCsv } from './csv';

test.each([',', '\t'] as const)('every table survives writing and reading with delimiter %j', (delimiter) => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', 'a\tb', 'say "hi"', 'two\nlines', '湖边😀'));
  // A first cell that is not empty: a row of empty cells is an empty line.
  const table = fc.array(fc.tuple(fc.constant('id'), cell, cell), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      expect(parseCsv(writeCsv(rows, { delimiter }), { delimiter })).toEqual(rows);
    }),
  );
});

test('a byte-order mark, CRLF and empty lines are skipped', () => {
  expect(parseCsv('\uFEFFtask,label\r\n1,yes\r\n\r\n')).toEqual([['task', 'label'], ['1', 'yes']]); // prettier-ignore
});
