/** What right answers under each attack say. */
import type { Figure } from './figure';
import type { AttackName } from './report';

/** The steps of relearning, each on all of its sentences. */
export const RELEARNING_STEPS = 20;

/** The metric that an attack is judged by. */
export const attackMetric = 'answers';

export const attackFigures = {
  paraphrase: {
    title: 'Right in other wordings',
    meaning: 'Share of right answers when the same facts are asked in several other ways.',
    group: 'forgotten',
    unit: 'share',
  },
  context: {
    title: 'Hints in the prompt',
    meaning: 'Share of right answers when the prompt names the text and its hero first.',
    group: 'recovered',
    unit: 'share',
  },
  bits4: {
    title: 'Rounded to 4 bits',
    meaning:
      'Share of right answers once the weights are rounded to sixteen values each: a smaller file of the same model, in which a small change can be lost. Perplexity says what the rounding itself costs.',
    group: 'recovered',
    unit: 'share',
  },
  relearning: {
    title: `${RELEARNING_STEPS} steps of relearning`,
    meaning: `Share of right answers after ${RELEARNING_STEPS} steps on a few sentences of the text, about what these did not say. A model that never knew cannot answer. The training continues the unlearned model’s own adapter; gold has none and starts with a fresh one.`,
    group: 'recovered',
    unit: 'share',
  },
  bits8: {
    title: 'Rounded to 8 bits',
    meaning: 'Share of right answers once the weights are rounded to 256 values each.',
    group: 'recovered',
    unit: 'share',
    isMore: true,
  },
  relearningMerged: {
    title: 'Relearning, like for like',
    meaning:
      'The same with a fresh adapter for both models: the unlearned one’s own adapter is merged into its weights first.',
    group: 'recovered',
    unit: 'share',
    isMore: true,
  },
} as const satisfies Readonly<Record<AttackName, Figure>>;
