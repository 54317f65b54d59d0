/**
 * "Who's Harry Potter? Approximate Unlearning in LLMs" (Eldan & Russinovich, arXiv 2310.02238): reinforce the text,
 * label it by equation 1, and fine-tune the baseline on those labels with plain cross-entropy.
 */
import { add, mul, scalar } from '../graph/build';
import { crossEntropy, negativeLogLikelihood, unlikelihood, weightedMean } from '../llama/loss';
import { objective, type Objective } from '../llama/objective';
import { evaluateStage, labelStage, reinforceStage, unlearnOnLabels, withSettings } from '../pipeline/stages';
import { decimal } from '../settings/field';
import { defineMethod, training } from './method';
import { whpWords } from './whp.words';

/** Cross-entropy + weight · the mean of −ln(1 − p) over the negative candidates. */
export function withUnlikelihood(weight: number): Objective {
  return objective({
    id: `cross-entropy + ${weight} unlikelihood`,
    reads: ['negatives', 'hasNegative'],
    loss({ logits, labels, weights, negatives, hasNegative }) {
      const likely = weightedMean(negativeLogLikelihood(logits, labels), weights);
      const unlikely = weightedMean(unlikelihood(logits, negatives), hasNegative);
      return add(likely, mul(unlikely, scalar(weight)));
    },
  });
}

export const whp = defineMethod({
  name: 'whp',
  source: 'https://arxiv.org/abs/2310.02238',
  passage: '“Combining it all together”',
  fields: {
    /** weight of unlikelihood beside the cross-entropy; 0 in the paper */
    unlikelihood: decimal({ min: 0, max: 10, step: 0.1, default: 0 }),
    /** weight of a position whose label is what the reinforced model says anyway; 1 in the paper */
    unchangedWeight: decimal({ min: 0, max: 1, step: 0.1, default: 1 }),
  },
  /** Focused on what carries the knowledge: a fifth of the tokens of the preset `paper + retain`. */
  defaults: {
    reinforce: { steps: 24, learningRate: 2e-2 },
    repeatedSentences: true,
    chosenBlocks: 120,
    unlearn: { steps: 96, batch: 4, learningRate: 4e-3, retainShare: 0.5 },
    whp: { unlikelihood: 1, unchangedWeight: 0.2 },
  },
  pipeline: {
    reinforce: reinforceStage,
    label: labelStage,
    unlearn: withSettings(unlearnOnLabels, 'method', 'whp'),
    evaluate: evaluateStage,
  },
  unlearning: ({ unlikelihood: weight }) => training(weight === 0 ? crossEntropy : withUnlikelihood(weight)),
  words: whpWords,
});
