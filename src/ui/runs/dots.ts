/** The rows as dots of the chart of forgotten × kept, with the two models that they are measured against. */
import { mean } from '../../evaluate/mean';
import type { Dot } from '../kit/charts/dot';
import { t } from '../i18n/i18n.svelte';
import { shortName } from './row-name';
import { scoresOf, type RunRow } from './run-rows';

type Pair = readonly [forgotten: number, kept: number];

/** A row that lacks one of the two has no dot. */
export function dotsOf(
  rows: readonly RunRow[],
  chosen: readonly string[],
  onchoose: (id: string) => void,
): Dot[] {
  const runs = rows.flatMap((row) => {
    const members = pairsOf(row, 'unlearned');
    return dot(row.id, shortName(row), 'var(--series-unlearned)', members).map((one) => ({
      ...one,
      isChosen: chosen.includes(row.id),
      onchoose: () => onchoose(row.id),
    }));
  });
  const gold = rows.flatMap((row) => pairsOf(row, 'gold').slice(0, 1))[0];
  const before = dot('baseline', t('runs.scatter.before'), 'var(--series-baseline)', [[0, 1]]);
  const never = dot('gold', t('runs.scatter.gold'), 'var(--series-gold)', gold ? [gold] : []);
  return [...(runs.length > 0 ? [...before, ...never] : []), ...runs];
}

function pairsOf(row: RunRow, variant: 'unlearned' | 'gold'): Pair[] {
  return scoresOf(row, variant).flatMap(({ forgotten, kept }): Pair[] =>
    forgotten === null || kept === null ? [] : [[forgotten, kept]],
  );
}

/** A mark at the mean of its members; none without members. */
function dot(id: string, name: string, color: string, members: readonly Pair[]): Dot[] {
  const [x, y] = [mean(members.map(([one]) => one)), mean(members.map(([, one]) => one))];
  if (x === null || y === null) return [];
  return [{ id, name, color, x, y, members, isChosen: false, onchoose: null }];
}
