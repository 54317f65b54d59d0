/** Training as a sequence of steps on state that stays on the device, by the plan of the model. */
import type { TrainShape } from '../llama/graphs/train-step';
import { LayeredStep } from './layered-step';
import type { Model } from './model';
import type { FlatState, StepEngine, StepReport } from './step-engine';
import type { TrainBatch } from './train-batch';
import { WholeStep } from './whole-step';

/** Training state as plain data, for checkpoints: vectors [P], and the number of steps taken. */
export interface TrainState extends FlatState {
  readonly step: number;
}

export class Trainer {
  #step: number;

  private constructor(
    private readonly engine: StepEngine,
    private readonly shape: TrainShape,
    step: number,
  ) {
    this.#step = step;
  }

  /**
   * Starts from `initial` parameters [P], or resumes from a saved state.
   * @throws LetheError plan/reads-hidden if the model is run layer by layer and the objective reads hidden states
   */
  static async start(model: Model, shape: TrainShape, from: Float32Array | TrainState): Promise<Trainer> {
    const initial = from instanceof Float32Array ? fresh(from) : from;
    const { trainable } = shape;
    const engine =
      model.execution.plan === 'layered' && trainable.kind === 'adapter'
        ? await LayeredStep.start(model, { ...shape, trainable }, initial)
        : await WholeStep.start(model, shape, initial);
    return new Trainer(engine, shape, initial.step);
  }

  /** One step with learning rate `rate`. @throws RangeError if the batch lacks what the objective reads */
  async step(batch: TrainBatch, rate: number): Promise<StepReport> {
    const { beta1, beta2 } = this.shape.optimizer;
    const t = this.#step + 1;
    const report = await this.engine.take(batch, {
      rate,
      firstMomentCorrection: 1 / (1 - beta1 ** t),
      secondMomentCorrection: 1 / (1 - beta2 ** t),
    });
    this.#step = t;
    return report;
  }

  /** The trained parameters, [P]. */
  parameters(): Promise<Float32Array> {
    return this.engine.read('parameters');
  }

  /** Everything needed to resume later with the same bits. */
  async save(): Promise<TrainState> {
    return {
      parameters: await this.engine.read('parameters'),
      firstMoment: await this.engine.read('firstMoment'),
      secondMoment: await this.engine.read('secondMoment'),
      step: this.#step,
    };
  }

  release(): Promise<void> {
    return this.engine.release();
  }
}

function fresh(parameters: Float32Array): TrainState {
  const zeros = () => new Float32Array(parameters.length);
  return { parameters, firstMoment: zeros(), secondMoment: zeros(), step: 0 };
}
