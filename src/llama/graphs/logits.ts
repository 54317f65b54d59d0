/** Graph: whole sequences → logits, each sequence with its adapter from a bank. */
import { input, reshape } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import { causalSequence } from '../causal';
import type { LlamaConfig } from '../config';
import { decoder } from '../decoder';
import { frozen } from '../parameters';
import { bankInputs, type BankedShape } from './bank';

/** ids i32 [B, T], bank f32 [M, P], rows i32 [B] (the adapter of each sequence) → logits [B, T, V]. */
export function logitsGraph(
  config: LlamaConfig,
  shape: BankedShape,
): Graph<'ids' | 'bank' | 'rows', 'logits'> {
  const { batch, length } = shape;
  const ids = input('ids', 'i32', [batch, length]);
  const { bank, rows, adapter } = bankInputs(config, shape);
  const { logits } = decoder(ids, config, causalSequence(config, batch, length), frozen(config, adapter));
  return graph({ ids, bank, rows }, { logits: reshape(logits, [batch, length, config.vocabSize]) }, fuse);
}
