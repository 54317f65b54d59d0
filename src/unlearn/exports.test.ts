/** Exports: the data set for Hugging Face, and the table. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCsv } from '../base/csv';
import { IGNORED } from '../model/train-batch';
import { labelDatasetJsonl, type LabelRow } from './label-dataset';
import { labelTable } from './label-table';
import { microLabels } from './micro-labels';
import { labelsAt } from './record';

const labels = microLabels();
const rows = labelDatasetJsonl(labels)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelRow);

test('labels are shifted: labels[i + 1] is what should follow token i', () => {
  for (const [b, row] of rows.entries()) {
    const block = labels.blocks[b];
    if (!block) throw new Error('no block');
    expect(row.labels[0]).toBe(IGNORED);
    expect(row.labels.slice(1)).toEqual([...block.labels].slice(0, -1));
    expect(row['labels_0.5'].slice(1)).toEqual([...labelsAt(block, 2.5)].slice(0, -1));
    expect(row.labels_2.slice(1)).toEqual([...labelsAt(block, 10)].slice(0, -1));
    expect(row.input_ids).toEqual([...block.ids]);
    expect(row.block_id).toBe(b);
  }
});

test('the data set is the file that tools/golden/dataset.py loads with datasets', () => {
  const file = new URL('./fixtures/dataset.jsonl', import.meta.url);
  expect(labelDatasetJsonl(labels)).toBe(readFileSync(file, 'utf8'));
});

test('the table has a line per token, with its label or why it has none', () => {
  const [header, ...lines] = parseCsv(labelTable(labels)).map(({ fields }) => fields);
  expect(header).toEqual([
    'block',
    'position',
    'token',
    'next',
    'label',
    'reason',
    'changed',
    'anchor',
    'confidence',
  ]);
  expect(lines).toHaveLength(22);
  const [first] = labels.blocks;
  expect(lines[1]?.slice(0, 4)).toEqual(['0', '1', ' said, "no"', 't30']);
  expect(lines[1]?.[4]).toBe(labels.vocabulary[first?.labels[1] ?? 0]);
  expect(lines[2]?.slice(4)).toEqual(['', 'anchor', '', 'Bea', '']);
  expect(lines[6]?.slice(4)).toEqual(['', 'repeat', '', '', '']);
});
