/**
 * Graph: the gradients of one block, for any layer. It computes the block again, so that of each layer only the residual
 * stream before it need be kept (gradient checkpointing, arXiv 1604.06174).
 */
import { backward } from '../../../autodiff/backward';
import { input, mul, reshape } from '../../../graph/build';
import { fuse } from '../../../graph/fuse';
import { graph, type Graph } from '../../../graph/graph';
import { causalSequence } from '../../causal';
import type { LlamaConfig } from '../../config';
import { block } from '../../decoder';
import { cut, flatten } from '../../layout';
import { sumOfSquares } from '../../long-sums';
import { adapterLayout, pairsOf, type LoraSettings } from '../../lora';
import { blockWeights, oneLayer } from './block-inputs';

export interface BlockBackwardShape {
  readonly batch: number;
  readonly length: number;
  readonly lora: LoraSettings;
}

export type BlockGradient = 'hiddenGradient' | 'adapterGradient' | 'squares';

/**
 * hidden [B·T, H] (before the block), gradient [B·T, H] (of the loss with respect to what is after it), the weights of the
 * layer, parameters [1, p] (its part of the adapter) → hiddenGradient [B·T, H], adapterGradient [1, p]
 * and squares [1], the sum of its squares.
 */
export function blockBackwardGraph(
  config: LlamaConfig,
  { batch, length, lora }: BlockBackwardShape,
): Graph<string, BlockGradient> {
  const layout = adapterLayout(oneLayer(config), lora);
  const stream = (name: string) => input(name, 'f32', [batch * length, config.hiddenSize]);
  const [hidden, gradient] = [stream('hidden'), stream('gradient')];
  const parameters = input('parameters', 'f32', [1, layout.size]);
  const { inputs: weights, weight } = blockWeights(config);
  const tensors = cut(reshape(parameters, [layout.size]), layout);
  const sequence = causalSequence(config, batch, length);
  const after = block(hidden, 0, config, sequence, { weight, adapter: pairsOf(tensors, lora) });
  const [before, ...ofAdapter] = backward(mul(after, gradient), [hidden, ...tensors.values()]);
  const flat = flatten(ofAdapter);
  return graph<string, BlockGradient>(
    { hidden, gradient, parameters, ...weights },
    {
      hiddenGradient: before ?? gradient,
      adapterGradient: reshape(flat, [1, layout.size]),
      squares: sumOfSquares(flat),
    },
    fuse,
  );
}
