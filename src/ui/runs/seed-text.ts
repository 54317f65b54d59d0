/** The seeds of a row: runs of one seed may be several, since a run can be made again, or on another machine. */
import { number, t } from '../i18n/i18n.svelte';
import type { ListedRun } from './listed-run';
import type { RunRow } from './run-rows';

const seedsOf = ({ runs }: RunRow): (number | null)[] => [...new Set(runs.map(({ seed }) => seed))];

/** The seed, or how many there are. */
export function seedText(row: RunRow): string {
  const [seed = null, ...others] = seedsOf(row);
  return others.length > 0 ? t('runs.seedCount', { count: others.length + 1 }) : String(seed ?? '–');
}

/** What tells a run from the others of its row: its seed, or its number where others have its seed, too; null: it is alone. */
export function apartText(row: RunRow, { seed, saved }: ListedRun): string | null {
  if (row.runs.length === 1) return null;
  if (seedsOf(row).length < row.runs.length && saved)
    return t('report.run', { number: number(saved.number) });
  return t('runs.seedIs', { seed: seed ?? '–' });
}
