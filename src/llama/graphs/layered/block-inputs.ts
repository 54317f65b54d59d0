/** One block as a graph of its own: its weights are inputs, so that one compiled graph serves every layer. */
import { input } from '../../../graph/build';
import { fromEntries } from '../../../base/records';
import type { InputValue } from '../../../graph/ir';
import type { LlamaConfig } from '../../config';
import type { Parameters } from '../../linear';
import { blockShapes, inBlock } from '../../weights';

/** The same model with a single block, whose adapter is that of any layer. */
export const oneLayer = (config: LlamaConfig): LlamaConfig => ({ ...config, layers: 1 });

/** The weights of a block as inputs, by their names in the block. */
export function blockWeights(config: LlamaConfig): {
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly weight: Parameters['weight'];
} {
  const made = [...blockShapes(config)].map(([name, shape]) => [name, input(name, 'f32', shape)] as const);
  const byName = new Map(made.map(([name, value]) => [inBlock(0, name), value]));
  return { inputs: fromEntries(made), weight: (name) => byName.get(name) ?? null };
}
