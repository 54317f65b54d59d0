/** Where a run was made, if not by Lethe itself. */
import { day } from '../i18n/format';
import { t } from '../i18n/i18n.svelte';
import type { RunLine } from '../../store/run-line';
import type { RunRow } from './run-rows';

/** Such as “train.py, 2 processes, Dec 3, 2026”. */
export const madeText = ({ by, processes, at }: NonNullable<RunLine['made']>): string =>
  processes === undefined || at === undefined || Number.isNaN(Date.parse(at))
    ? by
    : t('runs.made.by', { by, count: processes, day: day(Date.parse(at)) });

/** Of all runs of a row; only by what, where they were made in several ways; null: by Lethe. */
export function madeTextOf({ first, runs }: RunRow): string | null {
  if (!first.made) return null;
  const [text = '', ...others] = new Set(runs.map(({ made }) => (made ? madeText(made) : '')));
  return others.length > 0 ? first.made.by : text;
}
