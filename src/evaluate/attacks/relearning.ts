/**
 * Relearning: the model is trained on a few sentences of the text, and asked about facts that are *not* in them. A model
 * that has forgotten relearns no faster than one that never knew (arXiv 2402.16835, arXiv 2406.13356).
 */
import { largest } from '../../base/extremes';
import { prng } from '../../base/prng';
import { adapterLayout, initialAdapter } from '../../llama/lora';
import { crossEntropy } from '../../llama/loss';
import { AdapterBank } from '../../model/adapter-bank';
import { mergeAdapter } from '../../model/merge';
import { Model } from '../../model/model';
import { Trainer } from '../../model/trainer';
import { batches, withTrueLabels } from '../../unlearn/batches';
import { paperAdamW } from '../../unlearn/train';
import { RELEARNING_STEPS } from '../attack-catalogue';
import type { Metrics } from '../metric-results';
import type { AttackName } from '../report';
import { promptIds } from '../prompt-tokens';
import { answered, written } from '../parts/completions';
import type { Attack, AttackContext, AttackOutcome } from './attack';

/** The steps after which the model is asked; every step trains on all sentences. */
const MEASURED = [0, 2, 5, 10, RELEARNING_STEPS];
const RATE = 2e-3;

/**
 * As shipped: the training continues the variant's own adapter. The gold model has none and starts with a fresh one, so
 * the two are not attacked alike: `relearningMerged` does that.
 */
export const relearning: Attack = {
  variants: ['unlearned', 'gold'],
  count,
  run: (context, signal) => retrain('relearning', context, signal),
};

/** Like for like: both start with the same fresh adapter, the unlearned variant's own being merged into its weights. */
export const relearningMerged: Attack = {
  variants: ['unlearned', 'gold'],
  count,
  async *run(context, signal) {
    const { evaluated, weights, adapter } = context;
    if (!adapter) return yield* retrain('relearningMerged', context, signal);
    const { device, config, execution } = evaluated.model;
    const merged = mergeAdapter(config, weights, adapter);
    const model = await Model.open(device, config, merged, execution);
    try {
      const again = { ...context, evaluated: { ...evaluated, model }, adapter: null };
      return yield* retrain('relearningMerged', again, signal);
    } finally {
      await model.release();
    }
  },
};

function count({ questions: { attacks } }: AttackContext): number {
  return MEASURED.length * attacks.relearning.prompts.length;
}

/** Trains the context's adapter, or a fresh one if it has none, and asks at every measured step. */
async function* retrain(
  name: AttackName,
  context: AttackContext,
  signal: AbortSignal,
): AsyncGenerator<number, AttackOutcome> {
  const { prompts } = context.questions.attacks.relearning;
  const { model } = context.evaluated;
  const { device, config } = model;
  const lora = context.adapter?.lora ?? context.lora;
  const start = context.adapter?.flat ?? initialAdapter(adapterLayout(config, lora), prng(context.seed));
  const { shape, next } = sentences(context);
  const trainer = await Trainer.start(
    model,
    { ...shape, trainable: { kind: 'adapter', lora }, objective: crossEntropy, optimizer: paperAdamW },
    start,
  );
  const bank = new AdapterBank(device, config, lora);
  const asked = { ...context, evaluated: { model, bank, variantRef: { variant: 'unlearned' } as const } };
  const points: { readonly step: number; readonly metrics: Metrics }[] = [];
  try {
    for (let step = 0; step <= largest(MEASURED); step++) {
      signal.throwIfAborted();
      if (MEASURED.includes(step)) {
        await bank.set('unlearned', { lora, flat: await trainer.parameters() });
        points.push({ step, metrics: answered(asked, prompts, yield* written(asked, prompts, signal)) });
      }
      await trainer.step(next(), RATE);
    }
  } finally {
    await trainer.release();
    await bank.release();
  }
  const curve = (metric: 'familiarity' | 'answers') =>
    points.map(({ step, metrics }) => [step, metrics[metric]?.value.agg_value ?? null] as const);
  return {
    metrics: points.at(-1)?.metrics ?? {},
    curves: { [`${name}: familiarity`]: curve('familiarity'), [`${name}: answers`]: curve('answers') },
  };
}

/** All sentences as one batch, in a new order at each step. */
function sentences({ tokenizer, questions, seed }: AttackContext) {
  const texts = questions.attacks.relearning.sentences.map((one) => promptIds(tokenizer, one));
  const length =
    16 *
    Math.ceil(
      largest(
        texts.map((ids) => ids.length),
        1,
      ) / 16,
    );
  const shape = { batch: texts.length, length };
  const source = batches(texts.map(withTrueLabels), [], { ...shape, retainShare: 0 }, prng(seed + 1));
  return { shape, next: () => source.next().value };
}
