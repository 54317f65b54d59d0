/** The labels as a readable table: one line per token, with its label or why it has none. */
import { writeCsv } from '../base/csv';
import { IGNORED } from '../model/train-batch';
import { confidence, supervised, type LabelRecord, type Labels } from './record';

const columns = [
  'block',
  'position',
  'token',
  'next',
  'label',
  'reason',
  'changed',
  'anchor',
  'confidence',
] as const;

/**
 * CSV with a header. `next` is the next token of the text itself; `confidence` is the probability of the baseline's
 * strongest token on the translation.
 */
export function labelTable({ blocks, vocabulary }: Labels): string {
  const text = (id: number): string => vocabulary[id] ?? '';
  return writeCsv([columns, ...blocks.flatMap((block, b) => rowsOf(block, b, text))]);
}

function rowsOf(block: LabelRecord, number: number, text: (id: number) => string): string[][] {
  const sure = confidence(block);
  const rows = new Map(supervised(block).map((i, row) => [i, row]));
  return Array.from(block.ids, (id, i) => {
    const next = block.ids[i + 1];
    const label = block.labels[i] ?? IGNORED;
    const isLabelled = label !== IGNORED;
    const row = rows.get(i);
    const anchor = block.anchors.find(({ start, length }) => start <= i && i < start + length);
    return [
      String(number),
      String(i),
      text(id),
      next === undefined ? '' : text(next),
      isLabelled ? text(label) : '',
      block.reasons[i] ?? '',
      isLabelled ? String(label !== next) : '',
      anchor?.term ?? '',
      row === undefined ? '' : (sure[row] ?? Number.NaN).toFixed(4),
    ];
  });
}
