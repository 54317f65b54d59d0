/** Training steps by one graph, on state that stays on the device. An output never reuses the buffer of an input. */
import { joinWeightsGraph, type JoinedName } from '../llama/graphs/join-weights';
import {
  isStacked,
  trainStepGraph,
  type TrainInput,
  type TrainOutput,
  type Trainable,
  type TrainShape,
} from '../llama/graphs/train-step';
import type { LlamaConfig } from '../llama/config';
import type { LoraSettings } from '../llama/lora';
import { stacking, type Stacking } from '../llama/lora-stack';
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

/** How the state is laid out on the device. */
type Form = Pick<Stacking, 'stack' | 'unstack'>;

const formOf = (config: LlamaConfig, trainable: Trainable): Form =>
  isStacked(trainable)
    ? stacking(config, trainable.lora)
    : { stack: (flat) => flat.slice(), unstack: (flat) => flat };

/** The joined weights of the model; none where no modules join: a graphics card compiles no graph without results. */
async function join(
  model: Model,
  lora: LoraSettings,
): Promise<Readonly<Partial<Record<JoinedName, Tensor>>>> {
  const key = `join ${lora.targets.join(' ')}`;
  const graph = joinWeightsGraph(model.config, lora);
  if (graph.outputs.size === 0) return {};
  const session = await model.session(key, () => graph);
  const joined = await session.run({});
  await model.drop(key);
  return joined;
}

export class WholeStep implements StepEngine {
  private constructor(
    private readonly model: Model,
    private readonly key: string,
    private readonly session: Compiled<TrainInput, TrainOutput>,
    private readonly shape: TrainShape,
    private readonly form: Form,
    private state: DeviceState,
    /** weights that are joined for this training */
    private readonly joined: Readonly<Partial<Record<JoinedName, Tensor>>>,
  ) {}

  static async start(model: Model, given: TrainShape, from: FlatState): Promise<WholeStep> {
    const stacked = model.device.info.backend === 'webgpu';
    const { trainable } = given;
    const joins = stacked && model.joinsWeights;
    const shape = {
      ...given,
      trainable: trainable.kind === 'adapter' ? { ...trainable, stacked, joined: joins } : trainable,
    };
    const { objective, ...rest } = shape;
    const key = `train ${objective.id} ${JSON.stringify(rest)}`;
    const session = await model.session(key, () => trainStepGraph(model.config, shape));
    const form = formOf(model.config, shape.trainable);
    const put = (plain: Float32Array): Promise<Tensor> => {
      const data = form.stack(plain);
      return model.device.upload({ shape: [data.length], data });
    };
    const state = {
      parameters: await put(from.parameters),
      firstMoment: await put(from.firstMoment),
      secondMoment: await put(from.secondMoment),
    };
    const joined = joins && trainable.kind === 'adapter' ? await join(model, trainable.lora) : {};
    return new WholeStep(model, key, session, shape, form, state, joined);
  }

  async take(batch: TrainBatch, numbers: StepNumbers): Promise<StepReport> {
    const results = await this.session.run({
      ...batchTensors(batch, this.shape),
      ...this.state,
      ...this.joined,
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

  async read(name: keyof FlatState): Promise<Float32Array> {
    return this.form.unstack(await readF32(this.state[name]));
  }

  async release(): Promise<void> {
    this.#releaseState();
    for (const tensor of Object.values(this.joined)) tensor?.release();
    await this.model.drop(this.key);
  }

  #releaseState(): void {
    for (const tensor of Object.values(this.state)) tensor.release();
  }
}
