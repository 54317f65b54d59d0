/** Gradient ascent (Jang et al., arXiv 2210.01504): raise the loss on the forget set, and do nothing else. */
import { mul, neg } from '../graph/build';
import { negativeLogLikelihood, weightedMean } from '../llama/loss';
import { objective } from '../llama/objective';
import { evaluateStage, unlearnOnText, withSettings } from '../pipeline/stages';
import { gradAscentWords } from './gradient-ascent.words';
import { defineMethod, training } from './method';

/** −CE(forget rows), a mean over their supervised tokens. */
export const gradientAscent = objective({
  id: 'gradient-ascent',
  reads: ['isForget'],
  loss: ({ logits, labels, weights, isForget }) =>
    neg(weightedMean(negativeLogLikelihood(logits, labels), mul(weights, isForget))),
});

export const gradAscent = defineMethod({
  name: 'gradAscent',
  source: 'https://arxiv.org/abs/2210.01504',
  passage: '“Methodology”',
  fields: {},
  defaults: { unlearn: { steps: 72, learningRate: 8e-4, schedule: 'cosine', retainShare: 0 } },
  pipeline: { unlearn: withSettings(unlearnOnText, 'method'), evaluate: evaluateStage },
  unlearning: () => training(gradientAscent),
  words: gradAscentWords,
});
