/** What the evaluated model still knows about a similar text that it should keep. */
import { append } from '../../base/append';
import { rowBatch, type EvalPart } from '../eval-context';
import { metricResult, type MetricResult } from '../metric-results';
import { optionLosses } from '../multiple-choice';
import { sequenceProbability } from '../sequence-probability';
import { hits, written } from './completions';

/**
 * The share of right answers, and for each item the probability of its true answer (`parts.probability`, per token).
 * Groups: `retained` and `held out`, by whether the fact is in the retain set; `shared` and `own`, by whether its
 * sentence has a form that the forget set uses, too.
 */
export const neighbour: EvalPart = {
  count: ({ questions }) => 2 * questions.neighbourSet.length,
  async *run(context, signal) {
    const prompts = context.questions.neighbourSet;
    const texts = yield* written(context, prompts, signal);
    const probabilities: (number | null)[] = [];
    const questions = prompts.map(({ prompt, references }) => ({ prompt, options: references.slice(0, 1) }));
    for await (const group of optionLosses(
      context.evaluated,
      context.tokenizer,
      questions,
      rowBatch(context),
      signal,
    )) {
      append(
        probabilities,
        group.map(([truth = []]) => sequenceProbability(truth)),
      );
      yield group.length;
    }
    const halves = hits(prompts, texts, (i) => (prompts[i]?.retained ? 'retained' : 'held out'));
    const forms = hits(prompts, texts, (i) => prompts[i]?.part ?? null);
    return { neighbour: withProbabilities(halves, forms, probabilities) };
  },
};

function withProbabilities(
  halves: MetricResult,
  forms: MetricResult,
  probabilities: readonly (number | null)[],
): MetricResult {
  const { agg_value, interval, value_by_index } = halves.value;
  const entries = Object.entries(value_by_index).flatMap(([index, value]) => {
    const item = halves.items[index];
    const probability = probabilities[Number(index)] ?? null;
    return item ? [{ item, value: { ...value, parts: { probability } } }] : [];
  });
  const groups = { ...halves.value.groups, ...forms.value.groups };
  return metricResult(agg_value, entries, { ...(interval ? { interval } : {}), groups });
}
