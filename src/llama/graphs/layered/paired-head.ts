/** Graph: the residual stream of one token per row → the logits that follow. */
import { input } from '../../../graph/build';
import { fuse } from '../../../graph/fuse';
import { graph, type Graph } from '../../../graph/graph';
import type { LlamaConfig } from '../../config';
import { head } from '../../decoder';
import { frozen } from '../../parameters';
import { pairInputs, type PairInput } from '../pairs';
import type { DecodeShape } from '../decode';

/** hidden [B, H] (after the last block), and pairs (pairs.ts) if there are any → logits [W, V], or [B, V]. */
export function pairedHeadGraph(
  config: LlamaConfig,
  { batch, outputs }: Pick<DecodeShape, 'batch' | 'outputs'>,
): Graph<'hidden' | PairInput, 'logits'> {
  const hidden = input('hidden', 'f32', [batch, config.hiddenSize]);
  const weights = frozen(config, () => null);
  const logits = head(hidden, config, weights);
  const pairs = pairInputs(outputs ?? batch, config.vocabSize);
  return graph(
    { hidden, ...pairs.inputs },
    { logits: outputs === null ? logits : pairs.combine(logits) },
    fuse,
  );
}
