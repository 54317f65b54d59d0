/** Which questions a model can be asked: those that its context has room for, with their answers. */
import { largest } from '../base/extremes';
import type { Tokenizer } from '../files/tokenizer';
import { SENTENCE } from './completing';
import { promptIds } from './prompt-tokens';
import type { Questions } from './questions';
import type { LeftOut } from './report';

export interface Fitting {
  /** those that can be asked */
  readonly questions: Questions;
  /** null: all can */
  readonly leftOut: LeftOut | null;
}

interface Asked {
  readonly prompt: string;
}

/** `context`: the most tokens that the model takes. */
export function fitting(questions: Questions, tokenizer: Tokenizer, context: number): Fitting {
  const tooLong: (Asked & { readonly tokens: number })[] = [];
  const tokensIn = (text: string): number => promptIds(tokenizer, text).length;
  const kept = <T extends Asked>(all: readonly T[], tokensOf: (one: T) => number): T[] =>
    all.filter((one) => {
      const tokens = tokensOf(one);
      if (tokens > context) tooLong.push({ prompt: one.prompt, tokens });
      return tokens <= context;
    });
  const withAnswers = ({ prompt }: Asked, answers: readonly string[]): number =>
    largest(
      answers.map((answer) => tokensIn(`${prompt} ${answer}`)),
      0,
    );
  const completed = <T extends Asked & { readonly references: readonly string[] }>(all: readonly T[]): T[] =>
    kept(all, (one) => Math.max(tokensIn(one.prompt) + SENTENCE.maxTokens, withAnswers(one, one.references)));
  const { attacks } = questions;
  const asked: Questions = {
    ...questions,
    prompts: completed(questions.prompts),
    phrases: completed(questions.phrases),
    neighbourSet: completed(questions.neighbourSet),
    probability: kept(questions.probability, ({ prompt }) => tokensIn(prompt)),
    tasks: questions.tasks
      .map(({ name, items }) => ({ name, items: kept(items, (one) => withAnswers(one, one.options)) }))
      .filter(({ items }) => items.length > 0),
    truth: kept(questions.truth, (one) => withAnswers(one, [one.right, ...one.wrong])),
    attacks: {
      context: completed(attacks.context),
      paraphrase: completed(attacks.paraphrase),
      relearning: { ...attacks.relearning, prompts: completed(attacks.relearning.prompts) },
    },
  };
  const [first] = tooLong;
  return {
    questions: asked,
    leftOut: first
      ? { count: tooLong.length, first: first.prompt, tokens: first.tokens, most: context }
      : null,
  };
}
