/**
 * Training steps layer by layer: forward through the blocks, keeping the residual stream before each; loss and its
 * gradient in chunks of positions; backward through the blocks; AdamW for each layer by the norm of the whole gradient.
 * Memory: the weights, one layer's activations, and (L + 1) · [B·T, H].
 */
import { blockBackwardGraph } from '../llama/graphs/layered/block-backward';
import { layerAdamWGraph } from '../llama/graphs/layered/layer-adamw';
import { adapterLayout, type LoraSettings } from '../llama/lora';
import { oneLayer } from '../llama/graphs/layered/block-inputs';
import type { TrainShape } from '../llama/graphs/train-step';
import { readF32, readNumber, type HostTensor, type Tensor } from '../runtime/device';
import { blockFeeds, embedded, throughBlock } from './blocks';
import { LossInChunks } from './loss-in-chunks';
import type { Model } from './model';
import {
  numberFeeds,
  type FlatState,
  type StepEngine,
  type StepNumbers,
  type StepReport,
} from './step-engine';
import { batchTensors, type TrainBatch } from './train-batch';

/** The state of one layer, [1, p] each. */
type LayerState = Record<keyof FlatState, Tensor>;

export interface AdapterTraining extends TrainShape {
  readonly trainable: { readonly kind: 'adapter'; readonly lora: LoraSettings };
}

export class LayeredStep implements StepEngine {
  private constructor(
    private readonly model: Model,
    private readonly shape: AdapterTraining,
    private readonly loss: LossInChunks,
    /** p, numbers of an adapter in each layer */
    private readonly p: number,
    private readonly layers: LayerState[],
    private readonly releaseGraphs: () => Promise<void>,
  ) {}

  /** @throws LetheError plan/reads-hidden if the objective reads more than logits */
  static async start(model: Model, shape: AdapterTraining, from: FlatState): Promise<LayeredStep> {
    const releaseGraphs = model.graphsSince();
    const loss = new LossInChunks(model, shape);
    const p = adapterLayout(oneLayer(model.config), shape.trainable.lora).size;
    const layers: LayerState[] = [];
    for (let layer = 0; layer < model.config.layers; layer++) {
      const put = (data: Float32Array): Promise<Tensor> =>
        model.device.upload({ shape: [1, p], data: data.slice(layer * p, (layer + 1) * p) });
      layers.push({
        parameters: await put(from.parameters),
        firstMoment: await put(from.firstMoment),
        secondMoment: await put(from.secondMoment),
      });
    }
    return new LayeredStep(model, shape, loss, p, layers, releaseGraphs);
  }

  async take(batch: TrainBatch, numbers: StepNumbers): Promise<StepReport> {
    const feeds = batchTensors(batch, this.shape);
    const streams = await this.#forward(feeds.ids);
    const last = streams.at(-1);
    if (!last) throw new RangeError('expected a model with layers');
    const { loss, gradient } = await this.loss.take(last, feeds);
    last.release();
    const { gradients, squares } = await this.#backward(streams.slice(0, -1), gradient);
    const gradientNorm = Math.sqrt(squares);
    await this.#update(gradients, { ...numbers, gradientNorm });
    return { loss, gradientNorm };
  }

  async read(name: keyof FlatState): Promise<Float32Array> {
    const flat = new Float32Array(this.layers.length * this.p);
    for (const [layer, state] of this.layers.entries()) flat.set(await readF32(state[name]), layer * this.p);
    return flat;
  }

  release(): Promise<void> {
    this.layers.forEach(releaseAll);
    return this.releaseGraphs();
  }

  /** The residual stream before each block and after the last. */
  async #forward(ids: HostTensor): Promise<Tensor[]> {
    const { batch, length, trainable } = this.shape;
    const shape = { batch, length, lora: trainable.lora, bank: 1, oneVariant: true, isPacked: false };
    const streams = [await embedded(this.model, ids)];
    for (const [layer, { parameters }] of this.layers.entries()) {
      const before = streams.at(-1);
      if (before)
        streams.push(await throughBlock(this.model, layer, shape, { before, bank: parameters, rows: FIRST }));
    }
    return streams;
  }

  /** The gradient of each layer's adapter, and the sum of all their squares. Releases what it is given. */
  async #backward(
    streams: readonly Tensor[],
    last: Tensor,
  ): Promise<{ readonly gradients: Tensor[]; readonly squares: number }> {
    const { batch, length, trainable } = this.shape;
    const shape = { batch, length, lora: trainable.lora };
    const session = await this.model.session(`block backward ${JSON.stringify(shape)}`, () =>
      blockBackwardGraph(this.model.config, shape),
    );
    const gradients: Tensor[] = [];
    const squares: Tensor[] = [];
    let gradient = last;
    for (const [layer, state] of [...this.layers.entries()].reverse()) {
      const hidden = streams[layer];
      if (!hidden) throw new RangeError(`expected the residual stream before layer ${layer}`);
      const { parameters } = state;
      const made = await session.run({ ...blockFeeds(this.model, layer), hidden, gradient, parameters });
      for (const used of [hidden, gradient]) used.release();
      gradient = made.hiddenGradient;
      gradients.unshift(made.adapterGradient);
      squares.push(made.squares);
    }
    gradient.release();
    let sum = 0;
    for (const tensor of squares) sum += await readNumber(tensor);
    return { gradients, squares: sum };
  }

  async #update(
    gradients: readonly Tensor[],
    numbers: Parameters<typeof numberFeeds<keyof StepNumbers | 'gradientNorm'>>[0],
  ): Promise<void> {
    const { optimizer } = this.shape;
    const session = await this.model.session(`adamw ${this.p} ${JSON.stringify(optimizer)}`, () =>
      layerAdamWGraph(this.p, optimizer),
    );
    for (const [layer, gradient] of gradients.entries()) {
      const before = this.layers[layer];
      if (!before) continue;
      const made = await session.run({ ...before, gradient, ...numberFeeds(numbers) });
      this.layers[layer] = {
        parameters: made.nextParameters,
        firstMoment: made.nextFirstMoment,
        secondMoment: made.nextSecondMoment,
      };
      releaseAll(before);
      gradient.release();
    }
  }
}

const FIRST: HostTensor = { shape: [1], data: Int32Array.of(0) };

function releaseAll(state: LayerState): void {
  for (const tensor of Object.values(state)) tensor.release();
}
