/** One block as a graph of its own: its weights are inputs, so that one compiled graph serves every layer. */
import { input } from '../../../graph/build';
import { fromEntries } from '../../../base/records';
import type { InputValue } from '../../../graph/ir';
import type { LlamaConfig } from '../../config';
import type { Parameters } from '../../linear';
import { weightFrom } from '../../quantized';
import { blockShapes, inBlock } from '../../weights';

/** The same model with a single block, whose adapter is that of any layer. */
export const oneLayer = (config: LlamaConfig): LlamaConfig => ({ ...config, layers: 1 });

/** The weights of a block as inputs, or what is stored for them, by their names in the block. */
export function blockWeights(config: LlamaConfig): {
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly weight: Parameters['weight'];
} {
  const inputs: [string, InputValue][] = [];
  const make: typeof input = (name, dtype, shape) => {
    const made = input(name, dtype, shape);
    inputs.push([name, made]);
    return made;
  };
  const byName = new Map(
    [...blockShapes(config)].map(([name, shape]) => [
      inBlock(0, name),
      weightFrom(name, shape, config.weightBits, make),
    ]),
  );
  return { inputs: fromEntries(inputs), weight: (name) => byName.get(name) ?? null };
}
