/**
 * Labels for every α at once. For each token, equation 1 is a line in α, Gᵥ − α · ReLU(Rᵥ − Gᵥ), so the label as a
 * function of α ≥ 0 is the upper envelope of V lines: a few segments with exact ends. With these stored per position,
 * relabelling needs no logits.
 */
import { startsOf } from './ragged';

/** A label, and the α from which it holds, up to that of the next segment. In a tie the lowest id is the label. */
export interface Segment {
  readonly from: number;
  readonly id: number;
}

/** The segments of S positions, one position after another. */
export interface Envelopes {
  /** Where the segments of each position start, and where the last ones end: [S + 1]. */
  readonly starts: Int32Array;
  /** [E], ascending within a position, starting at 0. */
  readonly from: Float64Array;
  /** [E] */
  readonly ids: Int32Array;
}

/**
 * The envelope of one position, from its rows of logits [V]: `baseline` (G, after the forbid rule) and `reinforced` (R),
 * both in the space of equation 1. Two passes over V in float64, then one step per crossing.
 */
export function alphaEnvelope(baseline: Float32Array, reinforced: Float32Array): Segment[] {
  const lines = competitors(baseline, reinforced);
  let current = highest(lines);
  const segments: Segment[] = [{ from: 0, id: current.id }];
  for (let from = 0; ;) {
    const met = nextCrossing(lines, current, from);
    if (!met) return segments;
    from = met.from;
    // A line that only touches the envelope where others cross is the label at that α alone, if its id is lowest.
    if (met.lowest < Math.min(current.id, met.next.id)) segments.push({ from, id: met.lowest });
    current = met.next;
    segments.push({ from, id: current.id });
  }
}

/** One token's logit as a function of α: height − fall · α. */
interface Line {
  readonly id: number;
  readonly height: number;
  readonly fall: number;
}

/** The tokens that can be a label at some α, in order of their ids: none that starts below one that never falls. */
function competitors(baseline: Float32Array, reinforced: Float32Array): Line[] {
  let floor = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < baseline.length; id++) {
    const g = baseline[id] ?? 0;
    if (g > floor && (reinforced[id] ?? g) <= g) floor = g;
  }
  const lines: Line[] = [];
  for (let id = 0; id < baseline.length; id++) {
    const height = baseline[id] ?? 0;
    if (height >= floor) lines.push({ id, height, fall: Math.max((reinforced[id] ?? height) - height, 0) });
  }
  return lines;
}

/** The highest line at α = 0, the first of a tie. */
function highest(lines: readonly Line[]): Line {
  return lines.reduce((best, line) => (line.height > best.height ? line : best));
}

/**
 * The first crossing, from `start` on, of the current line with lines that fall more slowly. Of those, `next` falls most
 * slowly and is the envelope from there on; `lowest` is the lowest id at the crossing. Null if no line falls more slowly.
 */
function nextCrossing(
  lines: readonly Line[],
  current: Line,
  start: number,
): { readonly from: number; readonly next: Line; readonly lowest: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let [next, lowest] = [current, -1];
  for (const line of lines) {
    const gain = current.fall - line.fall;
    if (!(gain > 0)) continue;
    const at = (current.height - line.height) / gain;
    if (at < first) [first, next, lowest] = [at, line, line.id];
    else if (at === first && line.fall < next.fall) next = line;
  }
  return next === current ? null : { from: Math.max(first, start), next, lowest };
}

/** Stores the segments of one position after another in three arrays. */
export function packEnvelopes(positions: readonly (readonly Segment[])[]): Envelopes {
  const all = positions.flat();
  return {
    starts: startsOf(positions.map(({ length }) => length)),
    from: Float64Array.from(all, ({ from }) => from),
    ids: Int32Array.from(all, ({ id }) => id),
  };
}

/** The segments of position `i`. */
export function segmentsOf({ starts, from, ids }: Envelopes, i: number): Segment[] {
  const [start, end] = [starts[i] ?? 0, starts[i + 1] ?? 0];
  return Array.from({ length: end - start }, (_, s) => ({
    from: from[start + s] ?? 0,
    id: ids[start + s] ?? 0,
  }));
}

/** The label of position `i` at α ≥ 0. */
export function labelAt({ starts, from, ids }: Envelopes, i: number, alpha: number): number {
  const end = starts[i + 1] ?? 0;
  let label = Number.POSITIVE_INFINITY;
  for (let s = starts[i] ?? 0; s < end && (from[s] ?? 0) <= alpha; s++) {
    const until = s + 1 < end ? (from[s + 1] ?? 0) : Number.POSITIVE_INFINITY;
    if (alpha <= until) label = Math.min(label, ids[s] ?? 0);
  }
  return label;
}
