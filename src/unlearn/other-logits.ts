/** Collects the logits that the strongest tokens of both models leave out, while their whole rows are at hand. */
import { settingFields } from '../methods/settings';
import type { Segment } from './alpha-envelope';
import { countsOf, startsOf } from './ragged';
import type { OtherLogits, Top } from './record';

interface PositionRows {
  /** the rows of equation 1 [V] */
  readonly baseline: Float32Array;
  readonly reinforced: Float32Array;
  readonly segments: readonly Segment[];
}

/** Of S positions, whose rows are given in order, with their tops. */
export function otherLogits(
  positions: readonly PositionRows[],
  tops: Readonly<Record<'baseline' | 'reinforced', Top>>,
): OtherLogits {
  const S = positions.length;
  const idsOf = ({ ids }: Top, s: number): Int32Array =>
    ids.subarray((s * ids.length) / S, ((s + 1) * ids.length) / S);
  const pick = (side: 'baseline' | 'reinforced', ids: (s: number) => Iterable<number>): Float32Array =>
    Float32Array.from(positions.flatMap((one, s) => Array.from(ids(s), (id) => one[side][id] ?? 0)));
  const more = positions.map(({ segments }, s) => {
    const known = new Set([...idsOf(tops.baseline, s), ...idsOf(tops.reinforced, s)]);
    const labels = segments.filter(({ from }) => from <= settingFields.alpha.max).map(({ id }) => id);
    return [...new Set(labels)].filter((id) => !known.has(id));
  });
  const moreOf = (s: number): number[] => more[s] ?? [];
  return {
    baseline: pick('baseline', (s) => idsOf(tops.reinforced, s)),
    reinforced: pick('reinforced', (s) => idsOf(tops.baseline, s)),
    more: {
      starts: startsOf(more.map(({ length }) => length)),
      ids: Int32Array.from(more.flat()),
      baseline: pick('baseline', moreOf),
      reinforced: pick('reinforced', moreOf),
    },
  };
}

/** Those of consecutive positions as one. */
export function joinOthers(parts: readonly OtherLogits[]): OtherLogits {
  const floats = (of: (part: OtherLogits) => Float32Array): Float32Array =>
    Float32Array.from(parts.flatMap((part) => [...of(part)]));
  return {
    baseline: floats(({ baseline }) => baseline),
    reinforced: floats(({ reinforced }) => reinforced),
    more: {
      starts: startsOf(parts.flatMap(({ more }) => [...countsOf(more.starts)])),
      ids: Int32Array.from(parts.flatMap(({ more }) => [...more.ids])),
      baseline: floats(({ more }) => more.baseline),
      reinforced: floats(({ more }) => more.reinforced),
    },
  };
}
