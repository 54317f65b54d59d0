/** The rows of the table: a run each, or the runs that differ only in their seed together. */
import { deviation } from '../../evaluate/deviation';
import { groupBy } from '../../base/group';
import { forgottenAndKept, type ForgottenKept } from '../../evaluate/forgotten-kept';
import { mean } from '../../evaluate/mean';
import type { MetricName } from '../../evaluate/metric-catalogue';
import type { EvaluatedVariant } from '../../evaluate/report';
import { usedNames } from '../../methods/used-settings';
import type { ListedRun } from './listed-run';

export interface RunRow {
  /** that of its first run */
  readonly id: string;
  readonly first: ListedRun;
  /** at least one */
  readonly runs: readonly ListedRun[];
}

/** Mean of the runs that have the value; null: none has. */
export interface Spread {
  readonly mean: number;
  /** null: of a single run */
  readonly deviation: number | null;
}

/** In the order of the runs. */
export function rowsOf(runs: readonly ListedRun[], isGrouped: boolean): RunRow[] {
  const groups = isGrouped ? [...groupBy(runs, keyOf).values()] : runs.map((run) => [run]);
  return groups.flatMap((group) => {
    const [first] = group;
    return first ? [{ id: first.id, first, runs: group }] : [];
  });
}

/** What runs of one row have in common: what made them and everything that decides their result, except the seed. */
function keyOf({ known, method, settings, hashes, saved, made, isCompared }: ListedRun): string {
  const { reinforced: _, unlearned: __, fingerprint: ___, ...inputs } = hashes;
  const counted = known ? usedNames(known).filter((name) => name !== 'seed') : Object.keys(settings);
  const values = counted.map((name): [string, unknown] => [name, Reflect.get(known ?? settings, name)]);
  return JSON.stringify([
    saved === null,
    isCompared,
    made?.by,
    method,
    Object.entries(inputs).sort(),
    values,
  ]);
}

export function metricOf(row: RunRow, variant: EvaluatedVariant, metric: MetricName): Spread | null {
  return spreadOf(row.runs.map(({ figures }) => figures[variant]?.[metric]));
}

/** How much the runs forgot and kept, each a point of its own. */
export function scoresOf(row: RunRow, variant: EvaluatedVariant = 'unlearned'): ForgottenKept[] {
  return row.runs.map(({ figures, guessing = null }) =>
    forgottenAndKept(figures.baseline ?? {}, figures[variant] ?? {}, guessing),
  );
}

function spreadOf(values: readonly (number | null | undefined)[]): Spread | null {
  const known = values.flatMap((value) => value ?? []);
  const centre = mean(known);
  return centre === null ? null : { mean: centre, deviation: deviation(known) };
}
