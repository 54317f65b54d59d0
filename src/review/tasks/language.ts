/** Language check: is the label after a translated text a good continuation, and if not, what is? */
import { v } from '../../base/schema';
import { mostFrequent, type Item, type ReviewTask } from '../task';

export const verdicts = ['correct', 'incorrect', 'unsure'] as const;
export type Verdict = (typeof verdicts)[number];

export interface LanguageData {
  /** Translated context before the position. */
  readonly prompt: string;
  /** The proposed continuation: the label, which is the baseline’s choice unless equation 1 changed it. */
  readonly completion: string;
  /** The baseline’s probability of it. */
  readonly tokenProbability: number;
  readonly blockId: string;
  /** Position in the original block that has this label. */
  readonly position: number;
  /** The likeliest continuations, the completion first. */
  readonly options: readonly { readonly text: string; readonly probability: number }[];
}

export interface LanguageAnswer {
  readonly verdict: Verdict;
  /** A better continuation, one of the options or typed; null for none. */
  readonly replacement: string | null;
}

export type LanguageItem = Item<LanguageData, LanguageAnswer>;

export const languageTask: ReviewTask<LanguageData, LanguageAnswer> = {
  kind: 'language',
  labels: verdicts,
  isOrdinal: false,
  reasons: ['names-the-text', 'ungrammatical', 'out-of-place', 'other'],
  shape: v.object({ verdict: v.picklist(verdicts), replacement: v.nullable(v.string()) }),
  fits: () => true,
  accept: (suggested) => suggested,
  propose: (answer) => answer,
  isComplete: () => true,
  questions: ({ id }) => [id],
  vote: (_item, _question, { verdict }) => verdict,
  combine({ id }, answers, winners) {
    const verdict = verdicts.find((known) => known === winners.get(id)) ?? 'unsure';
    const winning = answers.filter((answer) => answer.verdict === verdict);
    const replacements = winning.flatMap(({ replacement }) => (replacement === null ? [] : [replacement]));
    return { verdict, replacement: mostFrequent(replacements) };
  },
};
