/**
 * Equation 1 at decoding only (arXiv 2310.02238, without its fine-tuning): the unlearned model is the pair of baseline
 * and reinforced model, combined at every token. There is no second training and no adapter to save.
 */
import { evaluateStage, reinforceAlways, unlearnByDecoding, withSettings } from '../pipeline/stages';
import { defineMethod } from './method';
import { equation1Words } from './equation1.words';

export const equation1 = defineMethod({
  name: 'equation1',
  source: 'https://arxiv.org/abs/2310.02238',
  passage: '“Obtaining generic predictions via reinforcement bootstrapping”',
  fields: {},
  /** The budget of the preset `focused`, in one training. */
  defaults: { reinforce: { steps: 72, learningRate: 1.6e-2 }, alpha: 2 },
  pipeline: {
    reinforce: reinforceAlways,
    unlearn: withSettings(unlearnByDecoding, 'method'),
    evaluate: evaluateStage,
  },
  unlearning: () => ({ by: 'decoding' }),
  words: equation1Words,
});
