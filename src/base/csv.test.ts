import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv, writeCsv, type CsvOptions } from './csv';

const cells = (text: string, options?: CsvOptions): (readonly string[])[] =>
  parseCsv(text, options).map(({ fields }) => fields);

test.each([',', '\t'] as const)('every table survives writing and reading with delimiter %j', (delimiter) => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('a,b', 'a\tb', 'say "hi"', 'two\nlines', 'x\r\na,b,c\rd\te\tf', '湖边😀'),
  );
  // A first cell that is not empty: a row of empty cells is an empty line.
  const table = fc.array(fc.tuple(fc.constant('id'), cell, cell), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      expect(cells(writeCsv(rows, { delimiter }), { delimiter })).toEqual(rows);
    }),
  );
});

test('a byte-order mark, CRLF and empty lines are skipped', () => {
  expect(cells('\uFEFFtask,label\r\n1,yes\r\n\r\n')).toEqual([['task', 'label'], ['1', 'yes']]); // prettier-ignore
});

test('line numbers count empty lines and line breaks in quotes', () => {
  const text = 'prompt,references\r\n\r\n"two\r\nlines",a\r\nthree,"b"\r\n"open,c';
  expect(parseCsv(text)).toEqual([
    { line: 1, fields: ['prompt', 'references'], problem: null },
    { line: 3, fields: ['two\r\nlines', 'a'], problem: null },
    { line: 5, fields: ['three', 'b'], problem: null },
    { line: 6, fields: ['"open', 'c'], problem: 'quotes' },
  ]);
});

test('a row with more or fewer fields than the header is marked', () => {
  expect(parseCsv('a,b\n1\n1,2\n1,2,3\n').map(({ problem }) => problem)).toEqual([
    null,
    'columns',
    null,
    'columns',
  ]);
});

describe('a quotation mark that does not close', () => {
  test('costs its own row only, also if a later one seems to close it', () => {
    const rows = parseCsv('id,text,by\n1,"lamp,ann\n2,wick,ann\n3,oil,ann\n4,"glass,ann\n');
    expect(rows.map(({ fields: [id], problem }) => [id, problem])).toEqual([
      ['id', null],
      ['1', 'quotes'],
      ['2', null],
      ['3', null],
      ['4', 'quotes'],
    ]);
  });

  test('is text in a table with tabs', () => {
    const text = 'id\ttext\n1\t"lamp, she said\n2\t"oil" he said\n3\t"wick"\n';
    expect(cells(text, { delimiter: '\t' })).toEqual([
      ['id', 'text'],
      ['1', '"lamp, she said'],
      ['2', '"oil" he said'],
      ['3', 'wick'],
    ]);
  });

  test('takes no time to look for, nor do pairs in wrong places', () => {
    const pairs = parseCsv(`id,text\n${'1,"oil" he said\n'.repeat(100_000)}2,"open\n`);
    expect(pairs.filter(({ problem }) => problem === 'quotes')).toHaveLength(100_001);
    const rows = parseCsv(`id,text\n${'1,"open\n'.repeat(200_001)}`);
    expect(rows.filter(({ problem }) => problem === 'quotes')).toHaveLength(200_001);
  });
});

test('of a table with one wrong character every other row is read as it was', () => {
  const cell = fc.stringMatching(/^[a-z ]{1,6}$/);
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.nat(), fc.constantFrom('"', ',', '""'), (rows, at, wrong) => {
      const lines = rows.map((row) => row.join(','));
      const spoilt = 1 + (at % (rows.length - 1));
      const line = lines[spoilt] ?? '';
      const place = at % (line.length + 1);
      lines[spoilt] = line.slice(0, place) + wrong + line.slice(place);
      const read = parseCsv(lines.join('\n'));
      expect(read).toHaveLength(rows.length);
      rows.forEach((fields, i) => {
        if (i !== spoilt) expect(read[i]).toEqual({ line: i + 1, fields, problem: null });
      });
    }),
  );
});
