/**
 * Task vector (Ilharco et al., arXiv 2212.04089): what fine-tuning on the forget set adds to the weights is a direction,
 * and the unlearned model goes the opposite way. One training, no labels, no retain rows.
 */
import { factors } from '../llama/lora';
import { view, type Layout } from '../llama/layout';
import { evaluateStage, reinforceAlways, unlearnByArithmetic, withSettings } from '../pipeline/stages';
import { decimal } from '../settings/field';
import { defineMethod } from './method';
import { taskVectorWords } from './task-vector.words';

/** −λ · (reinforced − baseline), as an adapter: an update B·A is scaled by scaling B alone. */
export function negated(reinforced: Float32Array, layout: Layout, scale: number): Float32Array {
  const flat = reinforced.slice();
  for (const { B } of factors(layout.parts).values()) {
    const matrix = view(flat, B);
    matrix.forEach((x, i) => (matrix[i] = -scale * x));
  }
  return flat;
}

export const taskVector = defineMethod({
  name: 'taskVector',
  source: 'https://arxiv.org/abs/2212.04089',
  passage: '“Forgetting via Negation”',
  fields: { scale: decimal({ min: 0, max: 10, step: 0.05, default: 1 }) },
  /** The budget of the preset `focused`, in one training. */
  defaults: { reinforce: { steps: 72, learningRate: 1.6e-2 } },
  pipeline: {
    reinforce: reinforceAlways,
    unlearn: withSettings(unlearnByArithmetic, 'method', 'taskVector'),
    evaluate: evaluateStage,
  },
  unlearning: ({ scale }) => ({
    by: 'arithmetic',
    adapter: (reinforced, layout) => negated(reinforced, layout, scale),
  }),
  words: taskVectorWords,
});
