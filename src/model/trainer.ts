/**
 * Training as a sequence of steps on state that stays on the device. Each step returns new buffers and releases the old
 * ones; an output never reuses the buffer of an input.
 */
import { trainStepGraph, type TrainShape } from '../llama/graphs/train-step';
import { readF32, type Tensor } from '../runtime/device';
import type { TrainInput, TrainOutput } from '../llama/graphs/train-step';
import type { Model } from './model';
import type { Compiled } from './sessions';
import { batchTensors, type TrainBatch } from './train-batch';

/** Training state as plain data, for checkpoints: vectors [P], and the number of steps taken. */
export interface TrainState {
  readonly parameters: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
  readonly step: number;
}

export interface StepReport {
  /** The loss on the batch, before this step. */
  readonly loss: number;
  /** Norm of the whole gradient, before clipping. */
  readonly gradientNorm: number;
}

interface DeviceState {
  parameters: Tensor;
  firstMoment: Tensor;
  secondMoment: Tensor;
}

export class Trainer {
  #step: number;

  private constructor(
    private readonly model: Model,
    private readonly key: string,
    private readonly session: Compiled<TrainInput, TrainOutput>,
    private readonly shape: TrainShape,
    private state: DeviceState,
    step: number,
  ) {
    this.#step = step;
  }

  /** Starts from `initial` parameters [P], or resumes from a saved state. */
  static async start(model: Model, shape: TrainShape, from: Float32Array | TrainState): Promise<Trainer> {
    const initial = from instanceof Float32Array ? fresh(from) : from;
    const { objective, ...rest } = shape;
    const key = `train ${objective.id} ${JSON.stringify(rest)}`;
    const session = await model.session(key, () => trainStepGraph(model.config, shape));
    const put = (data: Float32Array): Promise<Tensor> =>
      model.device.upload({ shape: [data.length], data: data.slice() });
    const [parameters, firstMoment, secondMoment] = [
      await put(initial.parameters),
      await put(initial.firstMoment),
      await put(initial.secondMoment),
    ];
    return new Trainer(model, key, session, shape, { parameters, firstMoment, secondMoment }, initial.step);
  }

  /** One step with learning rate `rate`. @throws RangeError if the batch lacks what the objective reads */
  async step(batch: TrainBatch, rate: number): Promise<StepReport> {
    const { beta1, beta2 } = this.shape.optimizer;
    const t = this.#step + 1;
    const one = (x: number) => ({ shape: [1], data: Float32Array.of(x) });
    const results = await this.session.run({
      ...batchTensors(batch, this.shape),
      ...this.state,
      rate: one(rate),
      firstMomentCorrection: one(1 / (1 - beta1 ** t)),
      secondMomentCorrection: one(1 / (1 - beta2 ** t)),
    });
    const report = {
      loss: await readNumber(results.loss),
      gradientNorm: await readNumber(results.gradientNorm),
    };
    this.#releaseState();
    this.state = {
      parameters: results.nextParameters,
      firstMoment: results.nextFirstMoment,
      secondMoment: results.nextSecondMoment,
    };
    this.#step = t;
    return report;
  }

  /** The trained parameters, [P]. */
  parameters(): Promise<Float32Array> {
    return readF32(this.state.parameters);
  }

  /** Everything needed to resume later with the same bits. */
  async save(): Promise<TrainState> {
    const { parameters, firstMoment, secondMoment } = this.state;
    return {
      parameters: await readF32(parameters),
      firstMoment: await readF32(firstMoment),
      secondMoment: await readF32(secondMoment),
      step: this.#step,
    };
  }

  async release(): Promise<void> {
    this.#releaseState();
    await this.model.drop(this.key);
  }

  #releaseState(): void {
    for (const tensor of [this.state.parameters, this.state.firstMoment, this.state.secondMoment])
      tensor.release();
  }
}

function fresh(parameters: Float32Array): TrainState {
  const zeros = () => new Float32Array(parameters.length);
  return { parameters, firstMoment: zeros(), secondMoment: zeros(), step: 0 };
}

async function readNumber(tensor: Tensor): Promise<number> {
  const [x = Number.NaN] = await readF32(tensor);
  tensor.release();
  return x;
}
