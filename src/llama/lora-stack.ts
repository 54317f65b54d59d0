/**
 * LoRA pairs of modules that read the same numbers, as one pair: their A below one another, and their B along the diagonal
 * of a matrix that is zero elsewhere.
 *
 *   x [Aq; Ak; Av]ᵀ · diag(Bq, Bk, Bv)ᵀ = [x Aqᵀ Bqᵀ, x Akᵀ Bkᵀ, x Avᵀ Bvᵀ]
 *
 * On graphics cards training keeps adapters in this form: a step then computes two products in place of six forward, and
 * three in place of nine backward. What is not on the diagonal never moves, since `mask` takes it out of the gradient.
 */
import { size } from '../base/shape';
import type { Value } from '../graph/ir';
import type { LlamaConfig } from './config';
import { layOut, type Layout } from './layout';
import { adapterLayout, factors, type LoraPair, type LoraSettings } from './lora';
import { projectionGroups, type Projection } from './projections';
import { moduleName, projectionShape } from './weights';

/** A [R, in] and B [out, R] for all of `modules`, in the order of their outputs. */
export interface LoraStack extends LoraPair {
  readonly modules: readonly { readonly name: string; readonly out: number }[];
}

interface Group {
  readonly members: readonly { readonly projection: Projection; readonly out: number }[];
  readonly into: number;
}

/** The projections with an adapter, by what they read. */
function groupsOf(config: LlamaConfig, { targets }: LoraSettings): Group[] {
  const all: readonly (readonly Projection[])[] = projectionGroups;
  return all
    .map((group) => group.filter((projection) => targets.includes(projection)))
    .flatMap((group) => {
      const members = group.map((projection) => ({
        projection,
        out: projectionShape(config, projection)[0],
      }));
      const [first] = group;
      return first ? [{ members, into: projectionShape(config, first)[1] }] : [];
    });
}

const key = (layer: number, { members }: Group, matrix: 'A' | 'B'): string =>
  `${moduleName(layer, members[0]?.projection ?? 'q_proj')}.${matrix}`;

const outOf = ({ members }: Group): number => members.reduce((sum, { out }) => sum + out, 0);

/** Where the stacked matrices are in their flat vector [Q]; every layer takes Q / layers numbers. */
export function stackedLayout(config: LlamaConfig, lora: LoraSettings): Layout {
  const groups = groupsOf(config, lora);
  return layOut(
    Array.from({ length: config.layers }, (_, layer) => layer).flatMap((layer) =>
      groups.flatMap((group) => {
        const R = group.members.length * lora.rank;
        return [
          [key(layer, group, 'A'), [R, group.into]],
          [key(layer, group, 'B'), [outOf(group), R]],
        ] as const;
      }),
    ),
  );
}

/** The stacks, from all stacked matrices by their names in `stackedLayout`. */
export function stacksOf(
  config: LlamaConfig,
  lora: LoraSettings,
  matrices: ReadonlyMap<string, Value>,
): (modules: readonly string[]) => LoraStack | null {
  const stacks = new Map<string, LoraStack>();
  for (let layer = 0; layer < config.layers; layer++)
    for (const group of groupsOf(config, lora)) {
      const [A, B] = [matrices.get(key(layer, group, 'A')), matrices.get(key(layer, group, 'B'))];
      if (!A || !B) continue;
      const modules = group.members.map(({ projection, out }) => ({
        name: moduleName(layer, projection),
        out,
      }));
      const stack = { A, B, scale: lora.loraAlpha / lora.rank, modules };
      for (const { name } of modules) stacks.set(name, stack);
    }
  return (modules) => modules.map((name) => stacks.get(name)).find((stack) => stack !== undefined) ?? null;
}

/** How adapters are stacked, and taken apart again. */
export interface Stacking {
  /** [Q / layers]: 1 where a number of an adapter is, 0 beside the diagonals */
  readonly mask: Float32Array;
  /** [P] → [Q] */
  readonly stack: (flat: Float32Array) => Float32Array;
  /** [Q] → [P] */
  readonly unstack: (stacked: Float32Array) => Float32Array;
}

export function stacking(config: LlamaConfig, lora: LoraSettings): Stacking {
  const one = { ...config, layers: 1 };
  const places = placesIn(one, lora);
  const [p, q] = [places.length, stackedLayout(one, lora).size];
  const mask = new Float32Array(q);
  for (const place of places) mask[place] = 1;
  const move = (length: number, visit: (plain: number, stacked: number) => void): void => {
    for (let layer = 0; layer < config.layers; layer++)
      for (let i = 0; i < length; i++) visit(layer * p + i, layer * q + (places[i] ?? 0));
  };
  return {
    mask,
    stack(flat) {
      const stacked = new Float32Array(config.layers * q);
      move(p, (plain, at) => (stacked[at] = flat[plain] ?? 0));
      return stacked;
    },
    unstack(stacked) {
      const flat = new Float32Array(config.layers * p);
      move(p, (plain, at) => (flat[plain] = stacked[at] ?? 0));
      return flat;
    },
  };
}

/** Where each number of an adapter of one layer is among the stacked ones. */
function placesIn(one: LlamaConfig, lora: LoraSettings): Int32Array {
  const plain = adapterLayout(one, lora);
  const pairs = factors(plain.parts);
  const stacked = stackedLayout(one, lora).parts;
  const places = new Int32Array(plain.size);
  for (const group of groupsOf(one, lora)) {
    const R = group.members.length * lora.rank;
    const [A, B] = [stacked.get(key(0, group, 'A')), stacked.get(key(0, group, 'B'))];
    let rows = 0; // of B, above this member's
    for (const [i, { projection, out }] of group.members.entries()) {
      const pair = pairs.get(moduleName(0, projection));
      if (!pair || !A || !B) continue;
      const firstOfA = A.offset + i * size(pair.A.shape);
      for (let n = 0; n < size(pair.A.shape); n++) places[pair.A.offset + n] = firstOfA + n;
      for (let n = 0; n < size(pair.B.shape); n++) {
        const row = rows + Math.floor(n / lora.rank);
        places[pair.B.offset + n] = B.offset + row * R + i * lora.rank + (n % lora.rank);
      }
      rows += out;
    }
  }
  return places;
}
