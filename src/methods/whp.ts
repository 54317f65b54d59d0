/**
 * "Who's Harry Potter? Approximate Unlearning in LLMs" (Eldan & Russinovich, arXiv 2310.02238): reinforce the text,
 * label it by equation 1, and fine-tune the baseline on those labels with plain cross-entropy.
 */
import { crossEntropy } from '../llama/loss';
import { evaluateStage, labelStage, reinforceStage, unlearnOnLabels, withSettings } from '../pipeline/stages';
import { defineMethod } from './method';
import { whpWords } from './whp.words';

export const whp = defineMethod({
  name: 'whp',
  source: 'https://arxiv.org/abs/2310.02238',
  passage: '“Combining it all together”',
  fields: {},
  defaults: {},
  pipeline: {
    reinforce: reinforceStage,
    label: labelStage,
    unlearn: withSettings(unlearnOnLabels, 'method'),
    evaluate: evaluateStage,
  },
  objective: () => crossEntropy,
  words: whpWords,
});
