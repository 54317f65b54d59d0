/**
 * SimNPO (Fan et al., arXiv 2410.07163): NPO without a reference model. What counts is the mean loss per token, so that
 * long and short texts are pushed alike.
 */
import { add, div, mul, scalar, sub } from '../graph/build';
import {
  logSigmoid,
  negativeLogLikelihood,
  orOne,
  perRow,
  retainCrossEntropy,
  rowSums,
  weightedMean,
} from '../llama/loss';
import { objective, type Objective } from '../llama/objective';
import { evaluateStage, unlearnOnText, withSettings } from '../pipeline/stages';
import { decimal } from '../settings/field';
import { defineMethod, training } from './method';
import { simNpoWords } from './simnpo.words';

/** −(2/β) · mean over forget rows of ln σ(β (mean −ln p of the row − γ)), + λ · CE(retain rows). */
export function simplePreference({ beta, gamma, retainWeight }: SimNpoSettings): Objective {
  return objective({
    id: `simnpo ${beta} ${gamma} ${retainWeight}`,
    reads: ['isForget'],
    loss(context) {
      const { batch, logits, labels, weights, isForget } = context;
      const nll = rowSums(mul(weights, negativeLogLikelihood(logits, labels)), batch); // [B, 1]
      const perToken = div(nll, orOne(rowSums(weights, batch)));
      const loss = mul(logSigmoid(mul(sub(perToken, scalar(gamma)), scalar(beta))), scalar(-2 / beta));
      const forget = weightedMean(loss, perRow(isForget, batch));
      return add(forget, mul(retainCrossEntropy(context), scalar(retainWeight)));
    },
  });
}

interface SimNpoSettings {
  readonly beta: number;
  readonly gamma: number;
  readonly retainWeight: number;
}

export const simNpo = defineMethod({
  name: 'simNpo',
  source: 'https://arxiv.org/abs/2410.07163',
  passage: '“SimNPO”',
  fields: {
    beta: decimal({ min: 0.1, max: 20, step: 0.5, default: 4.5 }),
    gamma: decimal({ min: 0, max: 10, step: 0.1, default: 1 }),
    retainWeight: decimal({ min: 0, max: 20, step: 0.5, default: 1 }),
  },
  defaults: { unlearn: { steps: 72, learningRate: 3.2e-2, retainShare: 0.5 } },
  pipeline: { unlearn: withSettings(unlearnOnText, 'method', 'simNpo'), evaluate: evaluateStage },
  unlearning: (own) => training(simplePreference(own)),
  words: simNpoWords,
});
