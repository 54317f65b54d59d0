/** Every metric of a report: what it is called, what it means in a plain sentence, and what a good value is. */

import { entriesOf } from '../base/records';

export interface MetricText {
  readonly title: string;
  readonly meaning: string;
  readonly good: string;
  /** the paper's own metrics for Llama-2-7b-chat and another text, for orientation only (arXiv 2310.02238) */
  readonly paper?: { readonly before: number; readonly after: number };
}

export const metrics = {
  familiarity: {
    title: 'Completion familiarity',
    meaning:
      'How much of the text shows in what the model writes after a prompt: 5 for a name or detail, 1 for its theme.',
    good: 'Falls towards what the gold model scores; 0 is none at all.',
    paper: { before: 0.29, after: 0.007 },
  },
  answers: {
    title: 'Right answers',
    meaning: 'How many questions about the text are answered with the right name.',
    good: 'Falls towards what the gold model gets.',
  },
  sayings: {
    title: 'Sayings',
    meaning: 'How many sayings of the text, all in ordinary words, the model completes word for word.',
    good: 'Falls towards what the gold model gets.',
  },
  probabilityFamiliarity: {
    title: 'Probability familiarity',
    meaning: 'How likely the next word is one that only a reader of the text would expect.',
    good: 'Falls towards what the gold model has.',
    paper: { before: 0.244, after: 0.006 },
  },
  names: {
    title: 'Names',
    meaning: 'How strongly the model expects the names of the text where they stand in it.',
    good: 'Falls towards what the gold model has.',
  },
  general: {
    title: 'General ability',
    meaning: 'How many everyday questions with several answers the model gets right.',
    good: 'Stays what it was before.',
  },
  neighbour: {
    title: 'Neighbour',
    meaning: 'How many questions about a similar text, which is to be kept, the model still answers.',
    good: 'Stays what it was before.',
  },
  perplexity: {
    title: 'Everyday perplexity',
    meaning: 'Among how many words the model hesitates, on average, in everyday text it has not read.',
    good: 'Stays what it was before; higher is worse.',
  },
  probability: {
    title: 'Probability',
    meaning: 'How likely the text’s own answers are to the model, per token.',
    good: 'Falls towards what the gold model has.',
  },
  rougeL: {
    title: 'ROUGE-L recall',
    meaning: 'How many words of the true continuation the model writes in the same order.',
    good: 'Falls towards what the gold model has.',
  },
  truthRatio: {
    title: 'Truth ratio',
    meaning: 'How likely wrong answers are, measured by the right one: 1 means that the model cannot tell.',
    good: 'Close to 1, as for a model that never read the text.',
  },
  forgetQuality: {
    title: 'Forget quality',
    meaning: 'How often the truth ratios of two models that know equally little would differ by so much.',
    good: 'Above 0.05: the two cannot be told apart.',
  },
  modelUtility: {
    title: 'Model utility',
    meaning:
      'What the model should still be able to do in one figure, which is 0 as soon as one part is lost.',
    good: 'Stays what it was before; 1 is perfect.',
  },
  exactMemorisation: {
    title: 'Exact memorisation',
    meaning: 'Share of the text’s tokens that the model expects most, given the true text before.',
    good: 'Falls towards what the gold model has.',
  },
  extractionStrength: {
    title: 'Extraction strength',
    meaning: 'Which share of a passage comes by itself once its beginning is given.',
    good: 'Falls towards what the gold model has.',
  },
  minK: {
    title: 'Min-K surprise',
    meaning: 'How surprised the model is by the least expected 40 % of the text’s tokens.',
    good: 'Rises to what text has that it never read.',
  },
  membershipAuc: {
    title: 'Membership attack',
    meaning: 'How often the surprise alone tells the text from one that was never read.',
    good: 'Close to the gold model’s; 0.5 is guessing.',
  },
  privLeak: {
    title: 'PrivLeak',
    meaning: 'How much more the attack learns than from a model that never read the text, in percent.',
    good: 'Close to 0; below, the text is still recognised, above, it is avoided too much.',
  },
  klToGold: {
    title: 'Distance to gold',
    meaning:
      'How far the predictions are from those of a model that never read the text (mean KL divergence, in nats).',
    good: 'Close to 0.',
  },
  agreementWithGold: {
    title: 'Agreement with gold',
    meaning: 'How often the likeliest next token is that of a model that never read the text.',
    good: 'Close to 1.',
  },
  repetition: {
    title: 'Repetition',
    meaning: 'Share of four-word runs that a completion has said before.',
    good: 'Stays low; a rise means that the model goes in circles.',
  },
} as const satisfies Readonly<Record<string, MetricText>>;

export type MetricName = keyof typeof metrics;

/** In the order in which a report shows them. */
export const metricNames: readonly MetricName[] = entriesOf(metrics).map(([name]) => name);

export function metricText(name: MetricName): MetricText {
  return metrics[name];
}
