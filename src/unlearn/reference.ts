/** Log-probabilities of a text under the model before unlearning, computed once for objectives that read them. */
import type { EvaluatedModel } from '../model/evaluated-model';
import { score } from '../model/score';
import type { LabelledBlock } from './batches';

/** Blocks per forward pass. */
const BATCH = 8;

/** The blocks, labelled with their own next tokens, with the log-probability of each under the `reference` model. */
export async function withReference(
  reference: EvaluatedModel,
  blocks: readonly LabelledBlock[],
  signal: AbortSignal,
): Promise<readonly LabelledBlock[]> {
  const scores = await score(reference, blocks.map(({ ids }) => ids), BATCH, signal); // prettier-ignore
  return blocks.map((block, index) => {
    const referenceLogProbs = new Float32Array(block.ids.length); // the last token has no label
    scores[index]?.nll.forEach((nll, i) => (referenceLogProbs[i] = -nll));
    return { ...block, referenceLogProbs };
  });
}
