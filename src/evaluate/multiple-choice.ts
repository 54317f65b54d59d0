/**
 * Multiple choice by likelihood: the answer is the option with the highest length-normalised log-likelihood, as ARC,
 * HellaSwag and PIQA are scored.
 */
import { largest } from '../base/extremes';
import { append } from '../base/append';
import { fail } from '../model/errors';
import type { Tokenizer } from '../files/tokenizer';
import { scoreFamilies } from '../model/score';
import type { EvaluatedModel } from '../model/evaluated-model';
import { mean } from './mean';
import { answerTokens } from './prompt-tokens';

export interface Choice {
  /** The text before the answer, without a trailing space. */
  readonly prompt: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
}

/** Questions of one kind, such as those of a file. */
export interface Task {
  readonly name: string;
  readonly items: readonly Choice[];
}

/** −ln p of each token of each option. */
export type OptionLosses = readonly Float32Array[];

/**
 * For each question, −ln p of every token of every option: yields the questions of one batch after another, `batch` rows
 * of tokens at a time. The options of a question are packed together, so that its prompt is read once.
 * @throws LetheError prompt/too-long
 */
export async function* optionLosses(
  evaluated: EvaluatedModel,
  tokenizer: Tokenizer,
  questions: readonly Pick<Choice, 'prompt' | 'options'>[],
  batch: number,
  signal?: AbortSignal,
): AsyncGenerator<readonly OptionLosses[], void> {
  const { config } = evaluated.model;
  const families = questions.map(({ prompt, options }) =>
    options.map((answer) => answerTokens(tokenizer, { prompt, answer })),
  );
  const longest = families.flat().reduce((most, { ids }) => Math.max(most, ids.length), 0);
  if (longest > config.context) fail('prompt/too-long', { tokens: `${longest}`, most: `${config.context}` });
  let at = 0;
  const texts = families.map((family) => family.map(({ ids }) => ids));
  for await (const scored of scoreFamilies(evaluated, texts, batch, signal)) {
    yield scored.map((options) => {
      const family = families[at++] ?? [];
      return options.map(({ nll }, option) => nll.slice((family[option]?.start ?? 1) - 1));
    });
  }
}

/** For each question, the mean ln p per token of each option. @throws LetheError prompt/too-long */
export async function optionScores(
  evaluated: EvaluatedModel,
  tokenizer: Tokenizer,
  questions: readonly Choice[],
  batch: number,
  signal?: AbortSignal,
): Promise<number[][]> {
  const scores: number[][] = [];
  for await (const group of optionLosses(evaluated, tokenizer, questions, batch, signal))
    append(
      scores,
      group.map((options) => options.map(meanLog)),
    );
  return scores;
}

/** Mean ln p per token, from −ln p; NaN for no tokens. */
export function meanLog(nll: ArrayLike<number>): number {
  return -(mean(nll) ?? Number.NaN);
}

/** Share of the questions whose right option scores highest. */
export function accuracy(questions: readonly Choice[], scores: readonly (readonly number[])[]): number {
  const right = questions.filter(({ answer }, i) => {
    const options = scores[i] ?? [];
    return options.indexOf(largest(options)) === answer;
  });
  return right.length / questions.length;
}

/** The accuracy of guessing. */
export function chance(questions: readonly Choice[]): number {
  return questions.reduce((sum, { options }) => sum + 1 / options.length, 0) / questions.length;
}
