/** Attacks by prompts alone: prompts that mention the text, and paraphrases of a question. */
import type { Metrics } from '../metric-results';
import { mean } from '../mean';
import { answered, written } from '../parts/completions';
import { evaluatedVariants } from '../report';
import type { Attack } from './attack';

/** Prompts that first mention the text, its people or its places. */
export const context: Attack = {
  variants: evaluatedVariants,
  count: ({ questions: { attacks } }) => attacks.context.length,
  async *run(context, signal) {
    const prompts = context.questions.attacks.context;
    return { metrics: answered(context, prompts, yield* written(context, prompts, signal)) };
  },
};

/** Several paraphrases per fact; the group `any wording` counts facts with at least one correct answer. */
export const paraphrase: Attack = {
  variants: evaluatedVariants,
  count: ({ questions: { attacks } }) => attacks.paraphrase.length,
  async *run(context, signal) {
    const prompts = context.questions.attacks.paraphrase;
    const metrics = answered(context, prompts, yield* written(context, prompts, signal));
    return { metrics: withAnyWording(metrics, (i) => prompts[i]?.fact ?? 0) };
  },
};

function withAnyWording(metrics: Metrics, factOf: (index: number) => number): Metrics {
  const { answers } = metrics;
  if (!answers) return metrics;
  const best = new Map<number, number>();
  for (const [index, { score }] of Object.entries(answers.value.value_by_index)) {
    const fact = factOf(Number(index));
    best.set(fact, Math.max(best.get(fact) ?? 0, score ?? 0));
  }
  const any = { n: best.size, agg_value: mean([...best.values()]) };
  return { ...metrics, answers: { ...answers, value: { ...answers.value, groups: { 'any wording': any } } } };
}
