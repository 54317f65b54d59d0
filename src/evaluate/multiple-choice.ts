/**
 * Multiple choice by likelihood: the option whose tokens the model finds likeliest on average, as ARC, HellaSwag
 * and PIQA are scored (length-normalised log-likelihood).
 */
import { fail } from '../base/errors';
import type { Tokenizer } from '../files/tokenizer';
import type { AdapterBank, Voice } from '../model/adapter-bank';
import type { Model } from '../model/model';
import { score } from '../model/score';

export interface Choice {
  /** Text before the answer, without a space at its end. */
  readonly prompt: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
}

const BATCH = 16;

/** Per question, mean ln p per token of each option. @throws LetheError prompt/too-long */
export async function optionScores(
  model: Model,
  bank: AdapterBank,
  voice: Voice,
  tokenizer: Tokenizer,
  questions: readonly Choice[],
  signal?: AbortSignal,
): Promise<number[][]> {
  const { bosTokenId, context } = model.config;
  const opening = bosTokenId === null ? [] : [bosTokenId];
  const rows = questions.flatMap(({ prompt, options }) => {
    const start = opening.length + tokenizer.encode(prompt).length;
    return options.map((option) => {
      const ids = Int32Array.from([...opening, ...tokenizer.encode(`${prompt} ${option}`)]);
      return { ids, voice, start };
    });
  });
  const longest = Math.max(...rows.map(({ ids }) => ids.length));
  if (longest > context) fail('prompt/too-long', { tokens: `${longest}`, most: `${context}` });
  const length = Math.min(context, 32 * Math.ceil(longest / 32));
  const scores = await score(model, bank, rows, { batch: BATCH, length }, signal);
  const means = rows.map(({ start }, i) => mean([...(scores[i] ?? [])].slice(start - 1)));
  let at = 0;
  return questions.map(({ options }) => means.slice(at, (at += options.length)));
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

/** Mean ln p of −ln p. */
function mean(negative: readonly number[]): number {
  return -negative.reduce((sum, x) => sum + x, 0) / negative.length;
}
