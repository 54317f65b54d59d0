/** How often the evaluated model repeats itself when it continues everyday text. */
import { completing } from '../completing';
import { sample, type EvalPart } from '../eval-context';
import { bareItem, metricResult, scoresOf } from '../metric-results';
import { mean } from '../mean';
import { repeatedShare as repeated } from '../repetition';

const PASSAGES = 16;
/** Tokens of a passage that are used as the prompt. */
const GIVEN = 10;
const LONG = { maxTokens: 48, sentence: false };

export const repetition: EvalPart = {
  count: ({ heldOut }) => Math.min(heldOut.length, PASSAGES),
  async *run(context, signal) {
    const { tokenizer } = context;
    const begins = sample(context.heldOut, PASSAGES).map((block) =>
      tokenizer.decode(block.subarray(1, GIVEN)),
    );
    const prompts = begins.map((begin) => begin.trim());
    const texts = yield* completing(
      { ...context, batch: Math.min(context.batch, prompts.length) },
      prompts,
      LONG,
      signal,
    );
    const entries = prompts.map((prompt, i) => ({
      item: bareItem(prompt),
      value: { score: repeated(texts[i] ?? []), completion: tokenizer.decode(texts[i] ?? []) },
    }));
    return { repetition: metricResult(mean(scoresOf(entries)), entries) };
  },
};
