/**
 * Relearning: the model is trained on a few sentences of the text, and asked about facts that are *not* in them. A model
 * that has forgotten relearns no faster than one that never knew (arXiv 2402.16835, arXiv 2406.13356).
 */
import { prng } from '../../base/prng';
import { adapterLayout, initialAdapter } from '../../llama/lora';
import { crossEntropy } from '../../llama/loss';
import { AdapterBank } from '../../model/adapter-bank';
import { Trainer } from '../../model/trainer';
import { batches, withTrueLabels } from '../../unlearn/batches';
import { paperAdamW } from '../../unlearn/train';
import type { Metrics } from '../metric-results';
import { promptIds } from '../prompt-tokens';
import { answered, written } from '../parts/completions';
import type { Attack, AttackContext } from './attack';

/** The steps after which the model is asked; every step trains on all sentences. */
const MEASURED = [0, 2, 5, 10, 20];
const RATE = 2e-3;

export const relearning: Attack = {
  variants: ['unlearned', 'gold'],
  count: ({ questions: { attacks } }) => MEASURED.length * attacks.relearning.prompts.length,
  async *run(context, signal) {
    const { prompts } = context.questions.attacks.relearning;
    const { model } = context.evaluated;
    const { device, config } = model;
    const lora = context.adapter?.lora ?? context.lora;
    const layout = adapterLayout(config, lora);
    const random = prng(context.seed);
    const start = context.adapter?.flat ?? initialAdapter(layout, random);
    const { shape, next } = sentences(context);
    const trainer = await Trainer.start(
      model,
      { ...shape, trainable: { kind: 'adapter', lora }, objective: crossEntropy, optimizer: paperAdamW },
      start,
    );
    const bank = new AdapterBank(device, config, lora);
    const evaluated = { model, bank, variantRef: { variant: 'unlearned' } as const };
    const points: { readonly step: number; readonly metrics: Metrics }[] = [];
    try {
      for (let step = 0; step <= Math.max(...MEASURED); step++) {
        signal.throwIfAborted();
        if (MEASURED.includes(step)) {
          await bank.set('unlearned', { lora, flat: await trainer.parameters() });
          const asked = { ...context, evaluated };
          const metrics = answered(asked, prompts, yield* written(asked, prompts, signal));
          points.push({ step, metrics });
        }
        await trainer.step(next(), RATE);
      }
    } finally {
      await trainer.release();
      await bank.release();
    }
    const curve = (name: 'familiarity' | 'answers') =>
      points.map(({ step, metrics }) => [step, metrics[name]?.value.agg_value ?? null] as const);
    return {
      metrics: points.at(-1)?.metrics ?? {},
      curves: {
        'relearning: familiarity': curve('familiarity'),
        'relearning: answers': curve('answers'),
      },
    };
  },
};

/** All sentences as one batch, in a new order at each step. */
function sentences({ tokenizer, questions, seed }: AttackContext) {
  const texts = questions.attacks.relearning.sentences.map((one) => promptIds(tokenizer, one));
  const length = 16 * Math.ceil(Math.max(1, ...texts.map((ids) => ids.length)) / 16);
  const shape = { batch: texts.length, length };
  const source = batches(texts.map(withTrueLabels), [], { ...shape, retainShare: 0 }, prng(seed + 1));
  return { shape, next: () => source.next().value };
}
