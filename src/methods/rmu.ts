/**
 * RMU, representation misdirection (Li et al., arXiv 2403.03218): at one layer, steer the hidden states of the forget
 * set towards a random direction, and hold those of the retain set where the baseline has them.
 */
import { prng } from '../base/prng';
import { add, constant, mul, reduceMean, scalar, sub } from '../graph/build';
import type { Value } from '../graph/ir';
import { weightedMean } from '../llama/loss';
import { objective, type Objective } from '../llama/objective';
import { evaluateStage, unlearnOnText, withSettings } from '../pipeline/stages';
import { decimal, integer } from '../settings/field';
import { defineMethod, training } from './method';
import { rmuWords } from './rmu.words';

/** ‖h − c u‖² / H on forget rows + λ ‖h − h_ref‖² / H on retain rows, at hidden state `layer` (0: the embeddings). */
export function misdirection(
  { layer, steering, retainWeight }: RmuSettings,
  direction: Direction = randomDirection,
): Objective {
  return objective({
    id: `rmu ${layer} ${steering} ${retainWeight}`,
    reads: ['isForget'],
    loss({ hiddenStates, reference, isForget }) {
      const hidden = at(hiddenStates, layer);
      const target = mul(direction(hidden.shape[1] ?? 0), scalar(steering));
      const forget = weightedMean(meanSquare(hidden, target), isForget);
      const apart = meanSquare(hidden, at(reference().hiddenStates, layer));
      return add(forget, mul(weightedMean(apart, sub(scalar(1), isForget)), scalar(retainWeight)));
    },
  });
}

/** A vector of length 1 in H dimensions: [1, H]. */
type Direction = (H: number) => Value;

/** Always the same one, with positive parts, as in the code that the authors released. */
const randomDirection: Direction = (H) => {
  const random = prng(1);
  const parts = Float64Array.from({ length: H }, () => random.uniform());
  const length = Math.sqrt(parts.reduce((sum, x) => sum + x * x, 0));
  return constant(
    Float32Array.from(parts, (x) => x / length),
    [1, H],
  );
};

/** The last layer where the model has fewer. */
function at(hiddenStates: readonly Value[], layer: number): Value {
  const found = hiddenStates[layer] ?? hiddenStates.at(-1);
  if (found) return found;
  throw new RangeError('expected hidden states');
}

/** The mean squared difference of each position: [N, 1]. */
function meanSquare(x: Value, y: Value): Value {
  const difference = sub(x, y);
  return reduceMean(mul(difference, difference), [1]);
}

interface RmuSettings {
  readonly layer: number;
  readonly steering: number;
  readonly retainWeight: number;
}

export const rmu = defineMethod({
  name: 'rmu',
  source: 'https://arxiv.org/abs/2403.03218',
  passage: '“Representation Misdirection for Unlearning”',
  fields: {
    layer: integer({ min: 1, max: 64, step: 1, default: 3 }),
    steering: decimal({ min: 0, max: 1000, step: 1, default: 20 }),
    retainWeight: decimal({ min: 0, max: 10_000, step: 10, default: 10 }),
  },
  defaults: { unlearn: { steps: 72, learningRate: 3.2e-2, retainShare: 0.5 } },
  pipeline: { unlearn: withSettings(unlearnOnText, 'method', 'rmu'), evaluate: evaluateStage },
  unlearning: (own) => training(misdirection(own)),
  words: rmuWords,
});
