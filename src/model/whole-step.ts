/** Training steps by one graph, on state that stays on the device. An output never reuses the buffer of an input. */
import {
  trainStepGraph,
  type TrainInput,
  type TrainOutput,
  type TrainShape,
} from '../llama/graphs/train-step';
import { readF32, type Tensor } from '../runtime/device';
import type { Model } from './model';
import type { Compiled } from './sessions';
import {
  numberFeeds,
  type FlatState,
  type StepEngine,
  type StepNumbers,
  type StepReport,
} from './step-engine';
import { batchTensors, type TrainBatch } from './train-batch';

type DeviceState = Record<keyof FlatState, Tensor>;

export class WholeStep implements StepEngine {
  private constructor(
    private readonly model: Model,
    private readonly key: string,
    private readonly session: Compiled<TrainInput, TrainOutput>,
    private readonly shape: TrainShape,
    private state: DeviceState,
  ) {}

  static async start(model: Model, shape: TrainShape, from: FlatState): Promise<WholeStep> {
    const { objective, ...rest } = shape;
    const key = `train ${objective.id} ${JSON.stringify(rest)}`;
    const session = await model.session(key, () => trainStepGraph(model.config, shape));
    const put = (data: Float32Array): Promise<Tensor> =>
      model.device.upload({ shape: [data.length], data: data.slice() });
    const state = {
      parameters: await put(from.parameters),
      firstMoment: await put(from.firstMoment),
      secondMoment: await put(from.secondMoment),
    };
    return new WholeStep(model, key, session, shape, state);
  }

  async take(batch: TrainBatch, numbers: StepNumbers): Promise<StepReport> {
    const results = await this.session.run({
      ...batchTensors(batch, this.shape),
      ...this.state,
      ...numberFeeds(numbers),
    });
    const [loss = Number.NaN, gradientNorm = Number.NaN] = await readF32(results.report);
    results.report.release();
    this.#releaseState();
    this.state = {
      parameters: results.nextParameters,
      firstMoment: results.nextFirstMoment,
      secondMoment: results.nextSecondMoment,
    };
    return { loss, gradientNorm };
  }

  read(name: keyof FlatState): Promise<Float32Array> {
    return readF32(this.state[name]);
  }

  async release(): Promise<void> {
    this.#releaseState();
    await this.model.drop(this.key);
  }

  #releaseState(): void {
    for (const tensor of Object.values(this.state)) tensor.release();
  }
}
