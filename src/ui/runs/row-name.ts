/** What a row is called. */
import { methods, type MethodName } from '../../methods/catalogue';
import { language, number, t } from '../i18n/i18n.svelte';
import { changedSettings } from './changed-settings';
import type { RunRow } from './run-rows';

/** Of a few runs, all are named. */
const FEW = 3;

/** Such as “Run 3”, “Runs 3, 4, 5”, “Recorded run” or “NPO (recorded)”. */
export function rowName({ runs, first: run }: RunRow): string {
  if (run.isCompared) return t('runs.recordedMethod', { method: titleOf(run.method) });
  const numbers = runs.flatMap(({ saved }) => (saved ? [number(saved.number)] : []));
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  if (numbers.length === 0) return t('runs.recorded');
  if (numbers.length === 1) return t('report.run', { number: first });
  return t('runs.numbers', { numbers: numbers.length > FEW ? `${first} … ${last}` : numbers.join(', ') });
}

/** Its name beside its method. */
export function nameBesideMethod(row: RunRow): string {
  return row.first.isCompared ? t('runs.recordedShort') : rowName(row);
}

/** Its name beside a dot or a curve: what distinguishes it from the others, in short. */
export function shortName(row: RunRow): string {
  if (row.first.isCompared) return titleOf(row.first.method);
  const items = row.first.split === 'development' ? [t('runs.development')] : [];
  const changes = row.first.saved ? changedSettings(row.first).slice(0, 1) : [];
  const apart = [...changes, ...items].join(', ');
  return apart === '' ? rowName(row) : `${rowName(row)}: ${apart}`;
}

const titleOf = (method: MethodName): string => methods[method].words[language()].title;
