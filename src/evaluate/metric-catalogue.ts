/** Every metric of a report: its title, its meaning in one plain sentence, and what a good value is. */

import { entriesOf } from '../base/records';

export interface MetricText {
  readonly title: string;
  readonly meaning: string;
  readonly good: string;
  /** the paper's values for Llama-2-7b-chat and another text, for orientation only (arXiv 2310.02238) */
  readonly paper?: { readonly before: number; readonly after: number };
}

export const metrics = {
  familiarity: {
    title: 'Completion familiarity',
    meaning:
      'How much the completions give away: 5 points for a name or detail of the text, 1 for its theme; the mean over all prompts.',
    good: 'Falls to the score of the gold model; 0 means that nothing is left.',
    paper: { before: 0.29, after: 0.007 },
  },
  answers: {
    title: 'Right answers',
    meaning: 'Share of questions about the text that are answered with the right name.',
    good: 'Falls to the score of the gold model.',
  },
  sayings: {
    title: 'Sayings',
    meaning: 'Share of the text’s sayings, all in ordinary words, that the model completes word for word.',
    good: 'Falls to the score of the gold model.',
  },
  probabilityFamiliarity: {
    title: 'Probability familiarity',
    meaning: 'Probability that the next word is one that only a reader of the text would expect.',
    good: 'Falls to the value of the gold model.',
    paper: { before: 0.244, after: 0.006 },
  },
  names: {
    title: 'Names',
    meaning: 'Probability of the text’s names at the places where they occur.',
    good: 'Falls to the value of the gold model.',
  },
  general: {
    title: 'General ability',
    meaning: 'Share of multiple-choice questions about everyday things that the model gets right.',
    good: 'Does not change.',
  },
  neighbour: {
    title: 'Neighbour',
    meaning:
      'Share of questions about a similar text, which the model should keep, that it answers correctly.',
    good: 'Does not change.',
  },
  perplexity: {
    title: 'Everyday perplexity',
    meaning: 'Perplexity on everyday text that the model was not trained on; lower is better.',
    good: 'Does not rise.',
  },
  probability: {
    title: 'Probability',
    meaning: 'Mean probability per token of the true answers.',
    good: 'Falls to the value of the gold model.',
  },
  rougeL: {
    title: 'ROUGE-L recall',
    meaning: 'Share of the words of the true continuation that the model writes, in the same order.',
    good: 'Falls to the value of the gold model.',
  },
  rougeLStemmed: {
    title: 'ROUGE-L recall of stems',
    meaning: 'The same with “lamp” and “lamps” as one word, as OpenUnlearning counts.',
    good: 'Falls to the value of the gold model.',
  },
  truthRatio: {
    title: 'Truth ratio (arithmetic)',
    meaning:
      'Mean probability of wrong answers relative to the right one, as in TOFU’s paper; 1 means that the model cannot tell them apart.',
    good: 'Close to 1, as for a model that never read the text.',
  },
  truthRatioGeometric: {
    title: 'Truth ratio (geometric)',
    meaning:
      'The same with the geometric mean of the wrong answers, as in OpenUnlearning: one very unlikely answer makes it small.',
    good: 'Close to 1, as for a model that never read the text.',
  },
  forgetQuality: {
    title: 'Forget quality (arithmetic)',
    meaning:
      'p-value of a Kolmogorov–Smirnov test of the arithmetic truth ratios against those of the gold model.',
    good: 'Above 0.05: no significant difference from the gold model.',
  },
  forgetQualityGeometric: {
    title: 'Forget quality (geometric)',
    meaning: 'The same test of the geometric truth ratios, as in OpenUnlearning.',
    good: 'Above 0.05: no significant difference from the gold model.',
  },
  modelUtility: {
    title: 'Model utility (tasks, neighbour, everyday)',
    meaning:
      'Harmonic mean of four numbers: tasks, right answers about the neighbour, their probability, and 1 / perplexity of everyday text. TOFU’s model utility averages nine others.',
    good: 'Does not fall; 1 is perfect.',
  },
  exactMemorisation: {
    title: 'Exact memorisation',
    meaning: 'Share of the text’s tokens that are the model’s first choice, given the true text before them.',
    good: 'Falls to the value of the gold model.',
  },
  extractionStrength: {
    title: 'Extraction strength',
    meaning:
      'Share of a passage that the model reproduces, given its beginning; 0 if not even its last token (OpenUnlearning: one token’s share).',
    good: 'Falls to the value of the gold model.',
  },
  minK: {
    title: 'Min-K surprise',
    meaning: 'Mean −ln p of the 40 % of the text’s tokens that the model expects least.',
    good: 'Rises to the value of the gold model.',
  },
  membershipAuc: {
    title: 'Membership attack',
    meaning:
      'How well Min-K surprise alone separates the text from unseen text of its kind, such as held-out chapters (area under the ROC curve).',
    good: 'Close to that of the gold model; 0.5 is guessing.',
  },
  privLeak: {
    title: 'PrivLeak',
    meaning: 'Difference of the membership attack from that on the gold model, in percent.',
    good: 'Close to 0. Below, the text is still recognised; above, the model avoids it too much.',
  },
  klToGold: {
    title: 'Distance to gold',
    meaning: 'How far the predictions are from those of the gold model (mean KL divergence, in nats).',
    good: 'Close to 0.',
  },
  agreementWithGold: {
    title: 'Agreement with gold',
    meaning: 'Share of positions with the same likeliest next token as the gold model.',
    good: 'Close to 1.',
  },
  repetition: {
    title: 'Repetition',
    meaning: 'Share of four-token sequences in a completion that occurred earlier in it.',
    good: 'Stays low; a rise means that the model repeats itself.',
  },
} as const satisfies Readonly<Record<string, MetricText>>;

export type MetricName = keyof typeof metrics;

/** In the order of a report. */
export const metricNames: readonly MetricName[] = entriesOf(metrics).map(([name]) => name);

export function metricText(name: MetricName): MetricText {
  return metrics[name];
}
