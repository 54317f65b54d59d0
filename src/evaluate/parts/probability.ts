/** Probability familiarity: the probability mass on next tokens that only a reader would expect. */
import { expectations } from '../../model/score';
import type { Tokenizer } from '../../files/tokenizer';
import { rowBatch, type EvalPart } from '../eval-context';
import { bareItem, metricResult, type Entry } from '../metric-results';
import { mean } from '../mean';
import { promptIds } from '../multiple-choice';
import { familiarMass, familiarShare } from '../probability-familiarity';

/** The mass on familiar tokens; each item also has the mass on generic ones, and the familiar share of both. */
export const probability: EvalPart = {
  count: ({ questions }) => questions.probability.length,
  async *run(context, signal) {
    const { evaluated, tokenizer, questions } = context;
    const { config } = evaluated.model;
    const prompts = questions.probability;
    const texts = prompts.map(({ prompt }) => promptIds(tokenizer, config, prompt));
    const entries: Entry[] = [];
    for await (const group of expectations(evaluated, texts, rowBatch(context), signal)) {
      for (const logs of group) {
        const one = prompts[entries.length];
        if (!one) continue;
        const mass = familiarMass(logs.slice(-config.vocabSize).map(Math.exp), {
          familiar: firstTokens(tokenizer, one.familiar),
          generic: firstTokens(tokenizer, one.generic),
        });
        entries.push({
          item: { ...bareItem(one.prompt), references: [...one.familiar] },
          value: { score: mass.familiar, parts: { ...mass, share: familiarShare(mass) } },
        });
      }
      yield group.length;
    }
    const meanOf = (name: string) => mean(entries.flatMap(({ value }) => value.parts?.[name] ?? []));
    const part = (name: string) => ({ n: entries.length, agg_value: meanOf(name) });
    return {
      probabilityFamiliarity: metricResult(meanOf('familiar'), entries, {
        groups: { generic: part('generic'), share: part('share') },
      }),
    };
  },
};

/** The first token of each answer after a space. */
function firstTokens(tokenizer: Tokenizer, answers: readonly string[]): number[] {
  return answers.flatMap((answer) => [...tokenizer.encode(` ${answer}`).subarray(0, 1)]);
}
