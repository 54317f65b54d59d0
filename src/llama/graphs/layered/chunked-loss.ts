/**
 * The loss of any objective that reads only logits, without the logits of all positions in memory.
 *
 * An objective makes a few numbers from the logits of each position, its readings (such as −ln p of each label), and the
 * loss from the readings of all positions. So the logits of a chunk of positions are computed, read and dropped. For the
 * gradient the slopes are needed, the derivatives of the loss with respect to each reading. Where they do not depend on
 * the readings, as for every mean with fixed weights, they are known beforehand, and each chunk gives its readings and its
 * gradient at once. Otherwise the chunks are gone through twice.
 */
import { backward } from '../../../autodiff/backward';
import { fromEntries } from '../../../base/records';
import { size } from '../../../base/shape';
import { input, scalar } from '../../../graph/build';
import { fuse } from '../../../graph/fuse';
import { graph, type Graph } from '../../../graph/graph';
import type { InputValue, Value } from '../../../graph/ir';
import type { LlamaConfig } from '../../config';
import { fail } from '../../errors';
import type { Logits } from '../../objective';
import { batchInputs, type TrainShape } from '../train-step';
import { readingName, slopeName, type Reading, type SlopeName } from './reading';

export interface ChunkedLoss {
  readonly readings: readonly Reading[];
  /** whether the slopes do not depend on the readings */
  readonly isLinear: boolean;
  /** The batch and, unless the loss is linear, reading.i [N, k] → slope.i [N, k]. */
  readonly slopes: Graph<string, SlopeName>;
  /** The batch and reading.i [N, k] → loss []. */
  readonly loss: Graph<string, 'loss'>;
}

/** @throws LetheError plan/reads-hidden if the objective reads more than logits */
export function chunkedLoss({ vocabSize }: LlamaConfig, shape: TrainShape): ChunkedLoss {
  const { batch, length, objective } = shape;
  const N = batch * length;
  const { inputs, perPosition } = batchInputs(shape);
  const fed: Readonly<Record<string, InputValue>> = inputs;
  const readings: Reading[] = [];
  const placeholders: InputValue[] = [];
  const logits: Logits = {
    read(of, ...values) {
      const from = values.map((value) => nameOf(value, perPosition));
      const odd = from.find(
        (name) => size(fed[name]?.shape ?? []) !== size(values[from.indexOf(name)]?.shape ?? []),
      );
      if (odd !== undefined) throw new RangeError(`"${odd}" has no value of its own for each position`);
      const index = readings.length;
      const [, columns = 1] = of(input('logits', 'f32', [N, vocabSize]), ...values).shape;
      readings.push({
        index,
        columns,
        of,
        values: values.map(({ dtype, shape: [, width = 1] }, i) => ({ name: from[i] ?? '', dtype, width })),
      });
      const placeholder = input(readingName(index), 'f32', [N, columns]);
      placeholders.push(placeholder);
      return placeholder;
    },
  };
  const refuse = (): never => fail('plan/reads-hidden', { objective: objective.id });
  const loss = objective.loss({
    ...perPosition,
    logits,
    get hiddenStates() {
      return refuse();
    },
    reference: refuse,
  });
  const all = { ...inputs, ...fromEntries(placeholders.map((value) => [value.name, value])) };
  const found = backward(loss, placeholders);
  const slopes = graph<string, SlopeName>(
    all,
    fromEntries(readings.map(({ index }) => [slopeName(index), found[index] ?? scalar(0)])),
    fuse,
  );
  const isLinear = !placeholders.some(({ name }) => slopes.inputs.has(name));
  return { readings, isLinear, slopes, loss: graph<string, 'loss'>(all, { loss }, fuse) };
}

/** Which part of the batch a value is. */
function nameOf(value: Value, perPosition: Readonly<Record<string, unknown>>): string {
  const found = Object.keys(perPosition).find((name) => perPosition[name] === value);
  if (found !== undefined) return found;
  throw new RangeError('expected what is read from the logits to need only parts of the batch besides');
}
