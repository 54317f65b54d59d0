/** Graph: the residual stream after the last block → logits of some positions. */
import { gather, input } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { LlamaConfig } from '../config';
import { head } from '../decoder';
import { frozen } from '../parameters';

export interface HeadShape {
  /** N, positions of the residual stream */
  readonly positions: number;
  /** n, those whose logits are computed */
  readonly chunk: number;
}

/** hidden [N, H], at i32 [n] (its rows) → logits [n, V]. */
export function headGraph(
  config: LlamaConfig,
  { positions, chunk }: HeadShape,
): Graph<'hidden' | 'at', 'logits'> {
  const hidden = input('hidden', 'f32', [positions, config.hiddenSize]);
  const at = input('at', 'i32', [chunk]);
  const weights = frozen(config, () => null);
  return graph({ hidden, at }, { logits: head(gather(hidden, at), config, weights) }, fuse);
}
