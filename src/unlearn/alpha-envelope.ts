/**
 * Labels for every α at once. Equation 1 is a line in α per token, Gᵥ − α · ReLU(Rᵥ − Gᵥ), so the label as a function
 * of α ≥ 0 is the upper envelope of V lines: a few segments with exact ends. Kept per position, they relabel without
 * logits.
 */

/** One label and the α from which it holds, up to the next segment's. Where two meet, the lowest id is the label. */
export interface Segment {
  readonly from: number;
  readonly id: number;
}

/** The segments of S positions, one position after another. */
export interface Envelopes {
  /** Where the segments of each position begin, and the end of the last: [S + 1]. */
  readonly starts: Int32Array;
  /** [E], rising within a position; its first is 0. */
  readonly from: Float64Array;
  /** [E] */
  readonly ids: Int32Array;
}

/**
 * The envelope of one position from its rows of logits [V]: `baseline` (G, after the forbid rule) and `reinforced`
 * (R), both in the space of equation 1. It walks from crossing to crossing: V steps per segment, in float64.
 */
export function alphaEnvelope(baseline: Float32Array, reinforced: Float32Array): Segment[] {
  const slopes = Float64Array.from(baseline, (g, id) => -Math.max((reinforced[id] ?? g) - g, 0));
  let current: Segment = { from: 0, id: highest(baseline) };
  const segments = [current];
  for (;;) {
    const met = nextCrossing(baseline, slopes, current);
    if (!met) return segments;
    // A line that only touches the envelope where others meet is the label at that one α if its id is lowest.
    if (met.lowest < Math.min(current.id, met.id)) segments.push({ from: met.from, id: met.lowest });
    current = { from: met.from, id: met.id };
    segments.push(current);
  }
}

/** Index of the largest, the first among equals. */
function highest(row: Float32Array): number {
  let best = 0;
  for (let id = 1; id < row.length; id++) if ((row[id] ?? 0) > (row[best] ?? 0)) best = id;
  return best;
}

/**
 * Where the current line is first met by one that falls more slowly; `id` is the slowest of those that meet there,
 * which is the envelope from there on, and `lowest` the lowest id among them. Null if none falls more slowly.
 */
function nextCrossing(
  heights: Float32Array,
  slopes: Float64Array,
  current: Segment,
): (Segment & { readonly lowest: number }) | null {
  const [height, slope] = [heights[current.id] ?? 0, slopes[current.id] ?? 0];
  let [first, id, lowest] = [Number.POSITIVE_INFINITY, -1, -1];
  for (let other = 0; other < slopes.length; other++) {
    const gain = (slopes[other] ?? 0) - slope;
    if (!(gain > 0)) continue;
    const at = (height - (heights[other] ?? 0)) / gain;
    if (at < first) [first, id, lowest] = [at, other, other];
    else if (at === first && (slopes[other] ?? 0) > (slopes[id] ?? 0)) id = other;
  }
  return id < 0 ? null : { from: Math.max(first, current.from), id, lowest };
}

/** The segments of one position after another, as three arrays. */
export function packEnvelopes(positions: readonly (readonly Segment[])[]): Envelopes {
  const starts = new Int32Array(positions.length + 1);
  positions.forEach((segments, i) => (starts[i + 1] = (starts[i] ?? 0) + segments.length));
  const all = positions.flat();
  return {
    starts,
    from: Float64Array.from(all, ({ from }) => from),
    ids: Int32Array.from(all, ({ id }) => id),
  };
}

/** The segments of position `i`, for its strip over α. */
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
