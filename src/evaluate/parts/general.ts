/** General ability: multiple-choice questions about everyday things. */
import { largest } from '../../base/extremes';
import { rowBatch, type EvalPart } from '../eval-context';
import { bareItem, metricResult, meansBy, scoresOf, type Entry } from '../metric-results';
import { mean } from '../mean';
import { meanLog, optionLosses } from '../multiple-choice';
import { wilsonInterval } from '../wilson';

/** Mean accuracy of the tasks, with Wilson's interval over all items; the completion of an item is the chosen option. */
export const general: EvalPart = {
  count: ({ questions }) => questions.tasks.reduce((sum, { items }) => sum + items.length, 0),
  async *run(context, signal) {
    const { evaluated, tokenizer, questions } = context;
    const all = questions.tasks.flatMap(({ name, items }) => items.map((item) => ({ ...item, task: name })));
    const entries: Entry[] = [];
    for await (const group of optionLosses(evaluated, tokenizer, all, rowBatch(context), signal)) {
      for (const losses of group) {
        const item = all[entries.length];
        if (!item) continue;
        const scores = losses.map(meanLog);
        const chosen = scores.indexOf(largest(scores));
        entries.push({
          item: { ...bareItem(item.prompt), references: item.options.slice(item.answer, item.answer + 1) },
          value: {
            score: Number(chosen === item.answer),
            completion: item.options[chosen] ?? '',
            parts: Object.fromEntries(item.options.map((option, i) => [option, scores[i] ?? null])),
          },
        });
      }
      yield group.length;
    }
    const groups = meansBy(entries, (_, i) => all[i]?.task ?? null);
    const accuracies = Object.values(groups).flatMap(({ agg_value }) => agg_value ?? []);
    const right = scoresOf(entries).filter((score) => score === 1).length;
    const interval = wilsonInterval(right, entries.length);
    return { general: metricResult(mean(accuracies), entries, { interval, groups }) };
  },
};
