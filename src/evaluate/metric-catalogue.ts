/** Every metric of a report, in its order. */
import { entriesOf } from '../base/records';
import type { Figure } from './figure';

export const metrics = {
  answers: {
    title: 'Right answers',
    meaning: 'Share of questions about the text that are answered with the right name.',
    group: 'forgotten',
    unit: 'share',
  },
  sayings: {
    title: 'Sayings, word for word',
    meaning: 'Share of the text’s sayings, all in ordinary words, that the model completes word for word.',
    group: 'forgotten',
    unit: 'share',
  },
  names: {
    title: 'Names expected',
    meaning: 'Probability of the text’s names at the places where they occur.',
    group: 'forgotten',
    unit: 'share',
  },
  familiarity: {
    title: 'Completion familiarity',
    meaning:
      'How much the completions give away: 5 points for a name or detail of the text, 1 for its theme; the mean over all prompts. 0 means that nothing is left.',
    group: 'forgotten',
    unit: 'points',
    isMore: true,
    paper: { before: 0.29, after: 0.007 },
  },
  probabilityFamiliarity: {
    title: 'Probability familiarity',
    meaning: 'Probability that the next word is one that only a reader of the text would expect.',
    group: 'forgotten',
    unit: 'share',
    isMore: true,
    paper: { before: 0.244, after: 0.006 },
  },
  probability: {
    title: 'Probability',
    meaning: 'Mean probability per token of the true answers.',
    group: 'forgotten',
    unit: 'share',
    isMore: true,
  },
  rougeL: {
    title: 'ROUGE-L recall',
    meaning: 'Share of the words of the true continuation that the model writes, in the same order.',
    group: 'forgotten',
    unit: 'share',
    isMore: true,
  },
  rougeLStemmed: {
    title: 'ROUGE-L recall of stems',
    meaning:
      'Share of the words of the true continuation that the model writes, in the same order, with “lamp” and “lamps” as one word, as OpenUnlearning counts.',
    group: 'forgotten',
    unit: 'share',
    isMore: true,
  },
  exactMemorisation: {
    title: 'Exact memorisation',
    meaning: 'Share of the text’s tokens that are the model’s first choice, given the true text before them.',
    group: 'forgotten',
    unit: 'share',
    isMore: true,
  },
  extractionStrength: {
    title: 'Extraction strength',
    meaning:
      'Share of a passage that the model reproduces, given its beginning; 0 if not even its last token (OpenUnlearning: one token’s share).',
    group: 'forgotten',
    unit: 'share',
    isMore: true,
  },
  neighbour: {
    title: 'Other knowledge',
    meaning:
      'Share of questions about something else, which the model should keep, that it answers correctly.',
    group: 'kept',
    unit: 'share',
  },
  general: {
    title: 'Everyday tasks',
    meaning: 'Share of multiple-choice questions about everyday things that the model gets right.',
    group: 'kept',
    unit: 'share',
  },
  perplexity: {
    title: 'Everyday perplexity',
    meaning: 'Perplexity on everyday text that the model was not trained on; lower is better.',
    group: 'kept',
    unit: 'perplexity',
  },
  modelUtility: {
    title: 'Utility of four figures',
    meaning:
      'Harmonic mean of four figures: everyday tasks, right answers about other things, their probability, and 1 / perplexity of everyday text. 1 is perfect. TOFU’s model utility averages nine others.',
    group: 'kept',
    unit: 'share',
  },
  repetition: {
    title: 'Repetition',
    meaning:
      'Share of four-token sequences in a completion that occurred earlier in it. A rise means that the model repeats itself.',
    group: 'kept',
    unit: 'share',
    isMore: true,
  },
  truthRatio: {
    title: 'Truth ratio (arithmetic)',
    meaning:
      'Mean probability of wrong answers relative to the right one, as in TOFU’s paper; 1 means that the model cannot tell them apart.',
    group: 'gold',
    unit: 'share',
  },
  privLeak: {
    title: 'PrivLeak',
    meaning:
      'Difference of the membership attack from that on a model that never read the text, in percent. Below 0, the text is still recognised; above, the model avoids it too much.',
    group: 'gold',
    unit: 'difference',
    ideal: 0,
  },
  truthRatioGeometric: {
    title: 'Truth ratio (geometric)',
    meaning:
      'The truth ratio with the geometric mean of the wrong answers, as in OpenUnlearning: one very unlikely answer makes it small.',
    group: 'gold',
    unit: 'share',
    isMore: true,
  },
  forgetQuality: {
    title: 'Forget quality (arithmetic)',
    meaning:
      'p-value of a Kolmogorov–Smirnov test of the arithmetic truth ratios against those of a model that never read the text. Above 0.05 there is no significant difference.',
    group: 'gold',
    unit: 'p',
    isMore: true,
    ideal: 1,
  },
  forgetQualityGeometric: {
    title: 'Forget quality (geometric)',
    meaning:
      'The same test of the geometric truth ratios, as in OpenUnlearning. Above 0.05 there is no significant difference.',
    group: 'gold',
    unit: 'p',
    isMore: true,
    ideal: 1,
  },
  minK: {
    title: 'Min-K surprise',
    meaning: 'Mean −ln p of the 40 % of the text’s tokens that the model expects least.',
    group: 'gold',
    unit: 'nats',
    isMore: true,
  },
  membershipAuc: {
    title: 'Membership attack',
    meaning:
      'How well Min-K surprise alone separates the text from unseen text of its kind, such as held-out chapters (area under the ROC curve); 0.5 is guessing.',
    group: 'gold',
    unit: 'share',
    isMore: true,
  },
  klToGold: {
    title: 'Distance to gold',
    meaning:
      'How far the predictions are from those of a model that never read the text (mean KL divergence, in nats).',
    group: 'gold',
    unit: 'nats',
    isMore: true,
    ideal: 0,
  },
  agreementWithGold: {
    title: 'Agreement with gold',
    meaning: 'Share of positions with the same likeliest next token as a model that never read the text.',
    group: 'gold',
    unit: 'share',
    isMore: true,
    ideal: 1,
  },
} as const satisfies Readonly<Record<string, Figure>>;

export type MetricName = keyof typeof metrics;

/** In the order of a report. */
export const metricNames: readonly MetricName[] = entriesOf(metrics).map(([name]) => name);
