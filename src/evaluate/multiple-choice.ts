/**
 * Multiple choice by likelihood: the option whose tokens the model finds likeliest on average, as ARC, HellaSwag
 * and PIQA are scored (length-normalised log-likelihood).
 */
import { fail } from '../model/errors';
import type { Tokenizer } from '../files/tokenizer';
import type { LlamaConfig } from '../llama/config';
import { scoreFamilies } from '../model/score';
import type { EvaluatedModel } from '../model/evaluated-model';
import { mean } from './mean';

export interface Choice {
  /** Text before the answer, without a space at its end. */
  readonly prompt: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
}

/** −ln p of the tokens of each option. */
export type OptionLosses = readonly Float32Array[];

/**
 * Per question, −ln p of every token of every option: yields the questions of one batch after another, `batch` rows of tokens at a time. The options of
 * a question are read together, so that its prompt is read once. @throws LetheError prompt/too-long
 */
export async function* optionLosses(
  evaluated: EvaluatedModel,
  tokenizer: Tokenizer,
  questions: readonly Pick<Choice, 'prompt' | 'options'>[],
  batch: number,
  signal?: AbortSignal,
): AsyncGenerator<readonly OptionLosses[], void> {
  const { config } = evaluated.model;
  const families = questions.map(({ prompt, options }) => {
    const start = promptIds(tokenizer, config, prompt).length;
    return { start, texts: options.map((option) => promptIds(tokenizer, config, `${prompt} ${option}`)) };
  });
  const longest = Math.max(0, ...families.flatMap(({ texts }) => texts.map((text) => text.length)));
  if (longest > config.context) fail('prompt/too-long', { tokens: `${longest}`, most: `${config.context}` });
  let at = 0;
  const texts = families.map((family) => family.texts);
  for await (const scored of scoreFamilies(evaluated, texts, batch, signal)) {
    yield scored.map((options) => {
      const start = families[at++]?.start ?? 1;
      return options.map(({ nll }) => nll.slice(start - 1));
    });
  }
}

/** Per question, mean ln p per token of each option. @throws LetheError prompt/too-long */
export async function optionScores(
  evaluated: EvaluatedModel,
  tokenizer: Tokenizer,
  questions: readonly Choice[],
  batch: number,
  signal?: AbortSignal,
): Promise<number[][]> {
  const scores: number[][] = [];
  for await (const group of optionLosses(evaluated, tokenizer, questions, batch, signal))
    scores.push(...group.map((options) => options.map(meanLog)));
  return scores;
}

/** Mean ln p per token, from −ln p; NaN of none. */
export function meanLog(nll: ArrayLike<number>): number {
  return -(mean(nll) ?? Number.NaN);
}

/** A prompt as token ids, opened by BOS where the model has one. */
export function promptIds(
  tokenizer: Tokenizer,
  { bosTokenId }: Pick<LlamaConfig, 'bosTokenId'>,
  prompt: string,
): Int32Array {
  return Int32Array.from([...(bosTokenId === null ? [] : [bosTokenId]), ...tokenizer.encode(prompt)]);
}

/** Share of the questions whose right option scores highest. */
export function accuracy(questions: readonly Choice[], scores: readonly (readonly number[])[]): number {
  const right = questions.filter(({ answer }, i) => {
    const options = scores[i] ?? [];
    return options.indexOf(Math.max(...options)) === answer;
  });
  return right.length / questions.length;
}

/** What guessing gets. */
export function chance(questions: readonly Choice[]): number {
  return questions.reduce((sum, { options }) => sum + 1 / options.length, 0) / questions.length;
}
