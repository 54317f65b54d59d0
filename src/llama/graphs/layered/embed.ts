/** Graph: token ids → the residual stream before the first block. */
import { input } from '../../../graph/build';
import { graph, type Graph } from '../../../graph/graph';
import type { LlamaConfig } from '../../config';
import { embed } from '../../decoder';
import { frozen } from '../../parameters';

/** ids i32 [B, T] → hidden [B·T, H]. */
export function embedGraph(config: LlamaConfig, batch: number, length: number): Graph<'ids', 'hidden'> {
  const ids = input('ids', 'i32', [batch, length]);
  const none = frozen(config, () => null);
  return graph({ ids }, { hidden: embed(ids, config, none) });
}
