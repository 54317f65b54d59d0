import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, parseCsvLines, writeCsv } from './csv';

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

test('line numbers count empty lines and line breaks in quotes', () => {
  const text = 'prompt,references\r\n\r\n"two\r\nlines",a\r\nthree,"b"\r\n"open,c';
  expect(parseCsvLines(text)).toEqual([
    { line: 1, fields: ['prompt', 'references'], problem: null },
    { line: 3, fields: ['two\r\nlines', 'a'], problem: null },
    { line: 5, fields: ['three', 'b'], problem: null },
    { line: 6, fields: ['"open', 'c'], problem: 'Quoted field unterminated' },
  ]);
});

test('a thousand lines with a quote that does not close are a thousand rows', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `"open ${i},c`);
  const rows = parseCsvLines(`a,b\n${lines.join('\n')}\n`);
  expect(rows).toHaveLength(1001);
  expect(rows.filter(({ problem }) => problem !== null)).toHaveLength(1000);
  expect(rows.at(-1)).toMatchObject({ line: 1001, fields: ['"open 999', 'c'] });
});
