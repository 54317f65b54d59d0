/** Graph: texts → the residual stream after the last block, each row with its adapter from a bank. */
import { input } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { LlamaConfig } from '../config';
import { stream } from '../decoder';
import { frozen } from '../parameters';
import { bankInputs } from './bank';
import { textSequence, type TextShape } from './text';

/**
 * ids i32 [B, T], bank f32 [M, P], rows i32 [B] (the adapter of each row), and what packed texts have besides (text.ts)
 * → hidden [B·T, H], without the final norm.
 */
export function hiddenGraph(config: LlamaConfig, shape: TextShape): Graph<string, 'hidden'> {
  const ids = input('ids', 'i32', [shape.batch, shape.length]);
  const { bank, rows, adapter } = bankInputs(config, shape);
  const { inputs: text, sequence } = textSequence(config, shape);
  const hidden = stream(ids, config, sequence, frozen(config, adapter)).at(-1) ?? ids;
  return graph<string, 'hidden'>({ ids, bank, rows, ...text }, { hidden }, fuse);
}
