/**
 * Gradient difference (Liu et al., arXiv 2203.12817; GradDiff in TOFU, arXiv 2401.06121): gradient ascent on the
 * forget set beside gradient descent on the retain set. It needs neither a reinforced model nor labels.
 */
import { mul, scalar, sub } from '../graph/build';
import { negativeLogLikelihood, retainCrossEntropy, weightedMean } from '../llama/loss';
import { objective, type Objective } from '../llama/objective';
import { evaluateStage, unlearnOnText, withSettings } from '../pipeline/stages';
import { decimal } from '../settings/field';
import { gradDiffWords } from './gradient-difference.words';
import { defineMethod, training } from './method';

/** −CE(forget rows) + λ · CE(retain rows), each a mean over its supervised tokens. */
export function gradientDifference(retainWeight: number): Objective {
  return objective({
    id: `gradient-difference ${retainWeight}`,
    reads: ['isForget'],
    loss(context) {
      const { logits, labels, weights, isForget } = context;
      const forget = weightedMean(negativeLogLikelihood(logits, labels), mul(weights, isForget));
      return sub(mul(retainCrossEntropy(context), scalar(retainWeight)), forget);
    },
  });
}

export const gradDiff = defineMethod({
  name: 'gradDiff',
  source: 'https://arxiv.org/abs/2401.06121',
  passage: '“Gradient Difference”',
  fields: { retainWeight: decimal({ min: 0, max: 20, step: 0.5, default: 2 }) },
  defaults: { unlearn: { steps: 72, learningRate: 1e-3, retainShare: 0.5 } },
  pipeline: { unlearn: withSettings(unlearnOnText, 'method', 'gradDiff'), evaluate: evaluateStage },
  unlearning: ({ retainWeight }) => training(gradientDifference(retainWeight)),
  words: gradDiffWords,
});
