/**
 * LoRA adapters (arXiv 2106.09685): y = xWᵀ + (loraAlpha / rank) · (x Aᵀ) Bᵀ, in PEFT's shapes
 * A [rank, in] and B [out, rank]. An adapter is one flat vector [P]; each sequence of a batch may use its own row of a
 * bank of adapters [M, P].
 */
import type { Prng } from '../base/prng';
import { size } from '../base/shape';
import type { Value } from '../graph/ir';
import type { LlamaConfig } from './config';
import { cut, layOut, view, type Layout, type LayoutEntry } from './layout';
import { projections, type Projection } from './projections';
import { moduleName, projectionShape } from './weights';

export interface LoraSettings {
  /** r: rows of A, columns of B */
  readonly rank: number;
  /** LoRA alpha: the update is scaled by loraAlpha / rank */
  readonly loraAlpha: number;
  readonly targets: readonly Projection[];
}

export const allProjections: LoraSettings = { rank: 8, loraAlpha: 16, targets: projections };

/** A pair of LoRA matrices, [r, in] and [out, r]; in a batch [B, r, in] and [B, out, r]. */
export interface LoraPair {
  readonly A: Value;
  readonly B: Value;
  /** loraAlpha / rank */
  readonly scale: number;
}

const key = (module: string, matrix: 'A' | 'B'): string => `base_model.model.${module}.lora_${matrix}.weight`;

/** Where each LoRA matrix is in the flat vector, by its PEFT name. */
export function adapterLayout(config: LlamaConfig, { rank, targets }: LoraSettings): Layout {
  return layOut(
    Array.from({ length: config.layers }, (_, layer) => layer).flatMap((layer) =>
      projections
        .filter((projection) => targets.includes(projection))
        .flatMap((projection) => {
          const [out, into] = projectionShape(config, projection);
          const module = moduleName(layer, projection);
          return [
            [key(module, 'A'), [rank, into]],
            [key(module, 'B'), [out, rank]],
          ] as const;
        }),
    ),
  );
}

/** Where the two matrices of each module are, by the name of the module. */
export function factors(
  parts: Layout['parts'],
): Map<string, { readonly A: LayoutEntry; readonly B: LayoutEntry }> {
  const found = new Map<string, { readonly A: LayoutEntry; readonly B: LayoutEntry }>();
  for (const [name, A] of parts) {
    const module = /^base_model\.model\.(.*)\.lora_A\.weight$/.exec(name)?.[1];
    const B = module === undefined ? undefined : parts.get(key(module, 'B'));
    if (module !== undefined && B) found.set(module, { A, B });
  }
  return found;
}

/** A new adapter, which changes nothing yet: A is initialised as in PEFT (Kaiming uniform, a = √5), B is zero. */
export function initialAdapter(layout: Layout, random: Prng): Float32Array {
  const flat = new Float32Array(layout.size);
  for (const [name, part] of layout.parts) {
    if (!name.endsWith('.lora_A.weight')) continue;
    const bound = 1 / Math.sqrt(part.shape[1] ?? 1);
    view(flat, part).set(Array.from({ length: size(part.shape) }, () => (2 * random.uniform() - 1) * bound));
  }
  return flat;
}

/** The matrices of each module, sliced from one adapter [P] or from one per sequence [B, P]. */
export function loraPairs(
  flat: Value,
  layout: Layout,
  settings: LoraSettings,
): (module: string) => LoraPair | null {
  return pairsOf(cut(flat, layout), settings);
}

/** The matrices of each module, from all matrices by their PEFT names. */
export function pairsOf(
  matrices: ReadonlyMap<string, Value>,
  { loraAlpha, rank }: LoraSettings,
): (module: string) => LoraPair | null {
  return (module) => {
    const [A, B] = [matrices.get(key(module, 'A')), matrices.get(key(module, 'B'))];
    return A && B ? { A, B, scale: loraAlpha / rank } : null;
  };
}
