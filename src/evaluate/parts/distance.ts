/** Distance of the predictions from those of the gold model, on the forget set, the neighbour set and everyday text. */
import { expectations } from '../../model/score';
import { distanceToGold, type Distance } from '../distance';
import { rowBatch, sample, type EvalContext, type EvalPart } from '../eval-context';
import { bareItem, metricResult, meansBy, type Entry, type MetricResult } from '../metric-results';
import { mean } from '../mean';
import { promptIds } from '../prompt-tokens';

const BLOCKS = 8;
const SENTENCES = 64;

interface Passage {
  readonly text: 'saga' | 'neighbour' | 'everyday';
  readonly ids: Int32Array;
}

/** The three texts have equal weight in the metrics; a passage counts with the mean over its positions. */
export const distance: EvalPart = {
  count: (context) => (context.gold ? passages(context).length : 0),
  async *run(context, signal) {
    const { evaluated, gold, tokenizer } = context;
    if (!gold) return {};
    const { vocabSize } = evaluated.model.config;
    const all = passages(context);
    const found: { readonly passage: Passage; readonly distance: Distance }[] = [];
    for (const text of ['saga', 'neighbour', 'everyday'] as const) {
      const own = all.filter((passage) => passage.text === text);
      const ids = own.map((passage) => passage.ids);
      const expected = expectations(gold, ids, rowBatch(context), signal);
      let at = 0;
      for await (const group of expectations(evaluated, ids, rowBatch(context), signal)) {
        const truth = (await expected.next()).value ?? [];
        group.forEach((logs, i) => {
          const passage = own[at++];
          const measured = distanceToGold(logs, truth[i] ?? null, vocabSize);
          if (passage && measured) found.push({ passage, distance: measured });
        });
        yield group.length;
      }
    }
    const resultOf = (name: keyof Distance): MetricResult => {
      const entries = found.map(({ passage, distance }): Entry => {
        const text = tokenizer.decode(passage.ids.subarray(0, 16)).trim();
        return { item: bareItem(`${text} …`), value: { score: distance[name] } };
      });
      const groups = meansBy(entries, (_, i) => found[i]?.passage.text ?? null);
      return metricResult(mean(Object.values(groups).flatMap(({ agg_value }) => agg_value ?? [])), entries, {
        groups,
      });
    };
    return { klToGold: resultOf('kl'), agreementWithGold: resultOf('agreement') };
  },
};

function passages({ tokenizer, questions, forgetSet, heldOut }: EvalContext): Passage[] {
  return [
    ...sample(forgetSet, BLOCKS).map(({ original: ids }) => ({ text: 'saga' as const, ids })),
    ...sample(questions.neighbourSet, SENTENCES).map(({ prompt, references: [answer = ''] }) => ({
      text: 'neighbour' as const,
      ids: promptIds(tokenizer, `${prompt} ${answer}.`),
    })),
    ...sample(heldOut, BLOCKS).map((ids) => ({ text: 'everyday' as const, ids })),
  ];
}
