/** Equation 1 on a device against float64: one block of random logits, several α. For tests in Node and in the page. */
import { largest } from '../base/extremes';
import { prng } from '../base/prng';
import { alignGraph, NEVER, NONE } from '../llama/graphs/align';
import { combineGraph, type LogitSpace } from '../llama/graphs/combine';
import { readF32, readIds, type Device } from '../runtime/device';

const T = 12;
const V = 48;
const ALPHAS = [0, 2.5, 5, 10];

/** How far the results of a device are from float64. */
export interface CombineCheck {
  /** largest error of a combined logit or of a row's ln Σ exp, relative to the largest input of the row */
  readonly worst: number;
  /** rows with another strongest token, or with tokens that are not sorted by strength */
  readonly misplaced: number;
  /** rows checked */
  readonly rows: number;
}

/** With forbidden tokens, positions that share a translated one, and four values of α. */
export async function checkCombine(device: Device, space: LogitSpace): Promise<CombineCheck> {
  const random = prng(3);
  const data = Float32Array.from({ length: 2 * T * V }, () => 8 * random.normal());
  const mapping = Int32Array.from({ length: T }, (_, i) => Math.floor(i / 2));
  const forbiddenFrom = new Int32Array(V).fill(NEVER);
  forbiddenFrom[7] = 2;
  const forbiddenAt = Int32Array.from({ length: T }, (_, i) => (i % 3 === 0 ? 5 + i : NONE));
  const shape = { length: T, vocabSize: V, top: V };
  const none = await device.place(new Map());
  const align = await device.compile(alignGraph({ ...shape, space }), none);
  const combine = await device.compile(combineGraph(shape), none);
  const row = (side: number, i: number): number[] => [
    ...data.subarray((side * T + i) * V, (side * T + i + 1) * V),
  ];
  const { baseline, reinforced } = await align.run({
    translated: { shape: [T, V], data: Float32Array.from([...mapping].flatMap((j) => row(0, j))) },
    original: { shape: [T, V], data: data.slice(T * V) },
    mapping: { shape: [T], data: mapping },
    forbiddenFrom: { shape: [V], data: forbiddenFrom },
    forbiddenAt: { shape: [T], data: forbiddenAt },
  });
  const found = { worst: 0, misplaced: 0, rows: 0 };
  for (const alpha of ALPHAS) {
    const input = { shape: [1], data: Float32Array.of(alpha) };
    const top = await combine.run({ baseline, reinforced, alpha: input });
    const [ids, values, sums] = [
      await readIds(top.ids),
      await readF32(top.logits),
      await readF32(top.logSum),
    ];
    for (let i = 0; i < T; i++) {
      const j = mapping[i] ?? 0;
      const raw = row(0, j);
      const mean = raw.reduce((sum, x) => sum + x, 0) / V;
      const edited = raw.map((x, id) => (j >= (forbiddenFrom[id] ?? 0) || id === forbiddenAt[i] ? mean : x));
      const want = combined(edited, row(1, i), alpha, space);
      const scale = largest([...want, ...edited, ...row(1, i)].map(Math.abs));
      const order = [...ids.subarray(i * V, (i + 1) * V)];
      const got = values.subarray(i * V, (i + 1) * V);
      const errors = order.map((id, rank) => Math.abs((want[id] ?? Number.NaN) - (got[rank] ?? Number.NaN)));
      errors.push(Math.abs((sums[i] ?? Number.NaN) - logSumExp(want)));
      found.worst = largest(
        errors.map((error) => error / scale),
        found.worst,
      );
      const isFalling = got.every((value, rank) => rank === 0 || value <= (got[rank - 1] ?? 0));
      const isWhole = new Set(order).size === V;
      const isStrongest = order[0] === want.indexOf(largest(want));
      found.misplaced += Number(!(isFalling && isWhole && isStrongest));
      found.rows += 1;
    }
  }
  return found;
}

/** How a device sorts four tokens of which equation 1 makes three equal: 1 2 3 0 if ties are sorted by id. */
export async function tieOrder(device: Device): Promise<number[]> {
  const none = await device.place(new Map());
  const combine = await device.compile(combineGraph({ length: 1, vocabSize: 4, top: 4 }), none);
  const found = await combine.run({
    baseline: { shape: [1, 4], data: Float32Array.of(1, 4, 2, 2) },
    reinforced: { shape: [1, 4], data: Float32Array.of(1, 5, 2, 0) },
    alpha: { shape: [1], data: Float32Array.of(2) }, // 4 − 2 · 1 equals the two at 2
  });
  return [...(await readIds(found.ids))];
}

/** Equation 1 at one position, from raw logits, in float64. */
function combined(baseline: number[], reinforced: number[], alpha: number, space: LogitSpace): number[] {
  const r = into(reinforced, space);
  return into(baseline, space).map((g, id) => g - alpha * Math.max((r[id] ?? 0) - g, 0));
}

/** A row in the space of equation 1. */
function into(row: readonly number[], space: LogitSpace): number[] {
  const sum = space === 'raw' ? 0 : logSumExp(row);
  return row.map((x) => x - sum);
}

function logSumExp(row: readonly number[]): number {
  return Math.log(row.reduce((total, x) => total + Math.exp(x), 0));
}
