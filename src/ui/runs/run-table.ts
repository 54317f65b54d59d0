/** The table of runs: its columns, its order and its filter. */
import type { MetricName } from '../../evaluate/metric-catalogue';
import { changedSettings } from './changed-settings';
import { metricOf, type RunRow } from './run-rows';

/** The main metrics for comparing runs, taken after unlearning. */
export const runMetrics = [
  'answers',
  'sayings',
  'familiarity',
  'neighbour',
  'general',
  'perplexity',
] as const satisfies readonly MetricName[];

export type RunColumn = 'run' | (typeof runMetrics)[number];

export interface RunOrder {
  readonly by: RunColumn;
  readonly isFalling: boolean;
}

/**
 * Pinned runs first, each kind sorted, recorded ones last where the order is that of the runs; rows without a value come
 * last. A row matches if its number, method, seed or settings contain all the words of the filter, where “alpha = 2” is
 * one word.
 */
export function sortedRows(rows: readonly RunRow[], { by, isFalling }: RunOrder, filter: string): RunRow[] {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  return rows
    .filter((row) => words.every((word) => textOf(row).includes(word)))
    .sort((a, b) => {
      const [left, right] = [valueOf(a, by), valueOf(b, by)];
      const pinned = Number(isPinned(b)) - Number(isPinned(a));
      if (pinned !== 0 || left === right) return pinned;
      if (left === null || right === null) return left === null ? 1 : -1;
      return isFalling ? right - left : left - right;
    });
}

const isPinned = ({ runs }: RunRow): boolean => runs.some(({ saved }) => saved?.isPinned);

function valueOf(row: RunRow, by: RunColumn): number | null {
  if (by !== 'run') return metricOf(row, 'unlearned', by)?.mean ?? null;
  return row.runs.at(-1)?.saved?.number ?? null;
}

const plain = (text: string): string => text.toLowerCase().replace(/\s*=\s*/g, '=');

function textOf({ first, runs }: RunRow): string {
  const numbers = runs.map(({ saved, seed }) => `#${saved?.number ?? ''} seed = ${seed ?? ''}`);
  return plain([...numbers, first.method, first.split ?? '', ...changedSettings(first)].join(', '));
}
