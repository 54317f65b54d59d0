/** Graph: how well each sequence's own adapter predicts given next tokens. */
import { input, reshape } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import { causalSequence } from '../causal';
import type { LlamaConfig } from '../config';
import { decoder } from '../decoder';
import { negativeLogLikelihood } from '../loss';
import { bankInputs, type BankedShape } from './bank';
import { frozen } from '../parameters';

/**
 * ids i32 [B, T], labels i32 [B, T] (what should follow each token; anything where it does not
 * matter), bank f32 [M, P], rows i32 [B] → nll [B, T], −ln p(label).
 */
export function scoreGraph(
  config: LlamaConfig,
  shape: BankedShape,
): Graph<'ids' | 'labels' | 'bank' | 'rows', 'nll'> {
  const { batch, length } = shape;
  const ids = input('ids', 'i32', [batch, length]);
  const labels = input('labels', 'i32', [batch, length]);
  const { bank, rows, adapter } = bankInputs(config, shape);
  const logits = decoder(ids, config, causalSequence(config, batch, length), frozen(config, adapter));
  const nll = negativeLogLikelihood(logits, reshape(labels, [batch * length, 1]));
  return graph({ ids, labels, bank, rows }, { nll: reshape(nll, [batch, length]) }, fuse);
}
