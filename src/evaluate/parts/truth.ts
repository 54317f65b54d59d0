/** Probability of right and wrong answers, and the truth ratio (TOFU, arXiv 2401.06121). */
import { rowBatch, type EvalPart } from '../eval-context';
import { bareItem, metricResult, scoresOf, type Entry } from '../metric-results';
import { mean } from '../mean';
import { optionLosses } from '../multiple-choice';
import { sequenceProbability } from '../sequence-probability';
import { averages, forgetTruth, truthRatio, type Average } from '../truth-ratio';

/** Truth ratio in both definitions: R for each item, and as the metric mean min(R, 1 / R), which is best at 1. */
export const truth: EvalPart = {
  count: ({ questions }) => questions.truth.length,
  async *run(context, signal) {
    const { evaluated, tokenizer, questions } = context;
    const all = questions.truth;
    const asked = all.map(({ prompt, right, wrong }) => ({ prompt, options: [right, ...wrong] }));
    const probability: Entry[] = [];
    const ratios: Record<Average, Entry[]> = { arithmetic: [], geometric: [] };
    for await (const group of optionLosses(evaluated, tokenizer, asked, rowBatch(context), signal)) {
      for (const [right = new Float32Array(), ...wrong] of group) {
        const one = all[probability.length];
        if (!one) continue;
        const item = { ...bareItem(one.prompt), references: [one.right] };
        probability.push({ item, value: { score: sequenceProbability(right) } });
        for (const average of averages)
          ratios[average].push({ item, value: { score: truthRatio({ right, wrong }, average) } });
      }
      yield group.length;
    }
    return {
      probability: metricResult(mean(scoresOf(probability)), probability),
      truthRatio: metricResult(forgetTruth(scoresOf(ratios.arithmetic)), ratios.arithmetic),
      truthRatioGeometric: metricResult(forgetTruth(scoresOf(ratios.geometric)), ratios.geometric),
    };
  },
};
