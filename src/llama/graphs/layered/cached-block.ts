/** Graph: the residual stream of a few new tokens after one more block, for any layer, with its cache. */
import { input } from '../../../graph/build';
import { fuse } from '../../../graph/fuse';
import { graph, type Graph } from '../../../graph/graph';
import { cachedSequence, cacheNames } from '../../cached-sequence';
import type { LlamaConfig } from '../../config';
import { block } from '../../decoder';
import { bankInputs } from '../bank';
import type { CachedShape } from '../decode';
import { blockWeights, oneLayer } from './block-inputs';

/** The caches of the layer, by the names that a model of one layer gives them. */
export const [KEYS, VALUES] = cacheNames(0);

export type CachedBlockOutput = 'hidden' | 'nextKeys' | 'nextValues';

/**
 * before [B·T, H], the weights of the layer by their names in it, bank f32 [M, p] (its part of each adapter), rows i32,
 * positions i64 and slots i32 [B, T] (cached-sequence.ts), and its caches [B, kv, context, d]
 * → hidden [B·T, H], and the caches with the new tokens.
 */
export function cachedBlockGraph(config: LlamaConfig, shape: CachedShape): Graph<string, CachedBlockOutput> {
  const before = input('before', 'f32', [shape.batch * shape.length, config.hiddenSize]);
  const { inputs: weights, weight } = blockWeights(config);
  const { bank, rows, adapter } = bankInputs(oneLayer(config), shape);
  const { sequence, places, caches } = cachedSequence(config, shape);
  const hidden = block(before, 0, config, sequence, { weight, adapter });
  const { inputs, next } = caches();
  const [nextKeys, nextValues] = [next[`next.${KEYS}`], next[`next.${VALUES}`]];
  if (!nextKeys || !nextValues) throw new RangeError('expected a block that attends to its cache');
  return graph<string, CachedBlockOutput>(
    { before, ...weights, bank, rows, ...places, ...inputs },
    { hidden, nextKeys, nextValues },
    fuse,
  );
}
