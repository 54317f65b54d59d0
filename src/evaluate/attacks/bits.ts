/** Quantisation as an attack: weights rounded to a few bits. */
import { AdapterBank } from '../../model/adapter-bank';
import { mergeAdapter } from '../../model/merge';
import { Model } from '../../model/model';
import { roundWeights } from '../../model/round-weights';
import { sample } from '../eval-context';
import { answered, written } from '../parts/completions';
import { text } from '../parts/text';
import type { Attack, AttackContext } from './attack';

const PROMPTS = 100;
const BLOCKS = 24;

/** Merges the adapter and rounds the projections. Perplexity is measured, too, to show what rounding itself costs. */
export function bits(count: number): Attack {
  return {
    variants: ['baseline', 'reinforced', 'unlearned', 'gold'],
    count: (context) => {
      const { questions, heldOut } = fewer(context);
      return questions.prompts.length + heldOut.length;
    },
    async *run(full, signal) {
      const few = fewer(full);
      const { evaluated, weights, adapter, lora } = few;
      const { device, config, execution } = evaluated.model;
      const merged = adapter ? mergeAdapter(config, weights, adapter) : weights;
      const model = await Model.open(device, config, roundWeights(config, merged, count), execution);
      const bank = new AdapterBank(device, config, lora);
      try {
        const context = { ...few, evaluated: { model, bank, variantRef: { variant: 'baseline' } as const } };
        const { prompts } = few.questions;
        const metrics = answered(context, prompts, yield* written(context, prompts, signal));
        const { perplexity } = yield* text.run({ ...context, forgetSet: [], membership: null }, signal);
        return { metrics: { ...metrics, ...(perplexity ? { perplexity } : {}) } };
      } finally {
        await bank.release();
        await model.release();
      }
    },
  };
}

function fewer(context: AttackContext): AttackContext {
  const prompts = sample(context.questions.prompts, PROMPTS);
  return {
    ...context,
    questions: { ...context.questions, prompts },
    heldOut: sample(context.heldOut, BLOCKS),
  };
}
