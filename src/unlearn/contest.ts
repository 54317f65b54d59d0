/** The contest for a label: what equation 1 takes from each candidate at an α, on one axis of logits. */
import { largest, smallest } from '../base/extremes';
import { settingFields } from '../methods/settings';
import type { Segment } from './alpha-envelope';
import { contendersAt, type Contender } from './contenders';
import { tokenAt, type LabelRecord } from './record';

export interface ContestRow extends Contender {
  /** ReLU(reinforced − baseline); null where one of them is not in the file */
  readonly relu: number | null;
  /** baseline − α · relu */
  readonly generic: number | null;
  readonly isForbidden: boolean;
}

/** What a position offers, whatever α is. */
export interface Contest {
  readonly contenders: readonly Contender[];
  /** the labels over α */
  readonly segments: readonly Segment[];
  readonly forbidden: readonly number[];
}

/** The contest at position `i`; without contenders where there is no label. */
export function contestAt(record: LabelRecord, i: number): Contest {
  const token = tokenAt(record, i);
  const { segments, forbidden } = token.kind === 'supervised' ? token : { segments: [], forbidden: [] };
  return { contenders: contendersAt(record, i), segments, forbidden };
}

/** Rows of a chart. */
const MOST = 8;

/**
 * Every label over α, then the strongest others up to `most` (default: 8), strongest baseline first: the same rows at
 * every α.
 */
export function contestRows(
  { contenders, segments, forbidden }: Contest,
  alpha: number,
  most = MOST,
): ContestRow[] {
  const labels = new Set(labelsWithin(segments));
  const strength = ({ baseline, reinforced }: Contender): number =>
    Math.max(baseline ?? -Infinity, reinforced ?? -Infinity);
  const [winners, others] = [
    contenders.filter(({ id }) => labels.has(id)),
    contenders.filter(({ id }) => !labels.has(id)).sort((a, b) => strength(b) - strength(a)),
  ];
  return [...winners, ...others.slice(0, Math.max(0, most - winners.length))]
    .map((one) => rowAt(one, alpha, forbidden))
    .sort((a, b) => (b.baseline ?? -Infinity) - (a.baseline ?? -Infinity));
}

/** From the lowest to the highest logit that matters at any α: arrows that go below it leave the chart. */
export function contestAxis(contest: Contest): readonly [low: number, high: number] {
  const rows = contestRows(contest, settingFields.alpha.max);
  const baselines = known(rows.map(({ baseline }) => baseline));
  // The highest of all falls as α grows, so that the last label is the lowest that wins.
  const last = labelsWithin(contest.segments).at(-1);
  const lowest = known(rows.filter(({ id }) => id === last).map(({ generic }) => generic));
  const [low, high] = [smallest([...lowest, ...baselines]), largest(baselines)];
  return low > high ? [0, 1] : [low, high];
}

function rowAt(one: Contender, alpha: number, forbidden: readonly number[]): ContestRow {
  const { id, baseline, reinforced } = one;
  const relu = baseline === null || reinforced === null ? null : Math.max(reinforced - baseline, 0);
  const generic = baseline === null || relu === null ? null : baseline - alpha * relu;
  return { ...one, relu, generic, isForbidden: forbidden.includes(id) };
}

const labelsWithin = (segments: readonly Segment[]): number[] =>
  segments.filter(({ from }) => from < settingFields.alpha.max).map(({ id }) => id);

const known = (values: readonly (number | null)[]): number[] => values.filter((one) => one !== null);
