/** Graph: the residual stream after one more block, for any layer. */
import { input } from '../../../graph/build';
import { fuse } from '../../../graph/fuse';
import { graph, type Graph } from '../../../graph/graph';
import type { LlamaConfig } from '../../config';
import { block } from '../../decoder';
import { bankInputs } from '../bank';
import { textSequence, type TextShape } from '../text';
import { blockWeights, oneLayer } from './block-inputs';

/**
 * before [B·T, H], the weights of the layer by their names in it, bank f32 [M, p] (its part of each adapter) and rows i32
 * (bank.ts), and what packed texts have besides (text.ts) → hidden [B·T, H].
 */
export function blockGraph(config: LlamaConfig, shape: TextShape): Graph<string, 'hidden'> {
  const before = input('before', 'f32', [shape.batch * shape.length, config.hiddenSize]);
  const { inputs: weights, weight } = blockWeights(config);
  const { bank, rows, adapter } = bankInputs(oneLayer(config), shape);
  const { inputs: text, sequence } = textSequence(config, shape);
  const hidden = block(before, 0, config, sequence, { weight, adapter });
  return graph<string, 'hidden'>({ before, ...weights, bank, rows, ...text }, { hidden }, fuse);
}
