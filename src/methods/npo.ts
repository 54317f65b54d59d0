/**
 * Negative preference optimisation (Zhang et al., arXiv 2404.05868): gradient ascent that slows down once a text is less
 * likely than under the baseline, so that it does not run away.
 */
import { add, mul, neg, scalar } from '../graph/build';
import {
  logSigmoid,
  negativeLogLikelihood,
  perRow,
  retainCrossEntropy,
  rowSums,
  weightedMean,
} from '../llama/loss';
import { objective, type Objective } from '../llama/objective';
import { evaluateStage, unlearnOnText, withSettings } from '../pipeline/stages';
import { decimal } from '../settings/field';
import { defineMethod, training } from './method';
import { npoWords } from './npo.words';

/** −(2/β) · mean over forget rows of ln σ(−β ln(p / p_ref)), with p that of the whole row, + λ · CE(retain rows). */
export function negativePreference({ beta, retainWeight }: NpoSettings): Objective {
  return objective({
    id: `npo ${beta} ${retainWeight}`,
    reads: ['isForget', 'referenceLogProbs'],
    loss(context) {
      const { batch, logits, labels, weights, isForget, referenceLogProbs } = context;
      const logRatio = neg(add(negativeLogLikelihood(logits, labels), referenceLogProbs)); // [N, K]
      const ofRow = rowSums(mul(weights, logRatio), batch); // [B, 1]
      const loss = mul(logSigmoid(mul(ofRow, scalar(-beta))), scalar(-2 / beta));
      const forget = weightedMean(loss, perRow(isForget, batch));
      return add(forget, mul(retainCrossEntropy(context), scalar(retainWeight)));
    },
  });
}

interface NpoSettings {
  readonly beta: number;
  readonly retainWeight: number;
}

export const npo = defineMethod({
  name: 'npo',
  source: 'https://arxiv.org/abs/2404.05868',
  passage: '“Negative Preference Optimization”',
  fields: {
    beta: decimal({ min: 0.01, max: 10, step: 0.01, default: 0.03 }),
    retainWeight: decimal({ min: 0, max: 20, step: 0.5, default: 1 }),
  },
  defaults: { unlearn: { steps: 72, learningRate: 1.6e-2, retainShare: 0.5 } },
  pipeline: { unlearn: withSettings(unlearnOnText, 'method', 'npo'), evaluate: evaluateStage },
  unlearning: (own) => training(negativePreference(own)),
  words: npoWords,
});
