/** The loss of a batch and its gradient, from the residual stream after the last block, a chunk of positions at a time. */
import { chunkedLoss, type ChunkedLoss } from '../llama/graphs/layered/chunked-loss';
import { joinGraph } from '../llama/graphs/layered/join';
import { readingGraph, readingName, slopeName } from '../llama/graphs/layered/reading';
import type { TrainShape } from '../llama/graphs/train-step';
import { readF32, readNumber, type HostTensor, type Tensor } from '../runtime/device';
import { chunkSize, chunkStarts, rowsFrom } from './chunks';
import type { Model } from './model';

type Numbers = Record<string, HostTensor>;
type Batch = Readonly<Partial<Record<string, HostTensor>>>;

export class LossInChunks {
  readonly #graphs: ChunkedLoss;
  readonly #positions: number;
  readonly #chunk: number;
  readonly #key: string;

  /** @throws LetheError plan/reads-hidden if the objective reads more than logits */
  constructor(
    private readonly model: Model,
    shape: TrainShape,
  ) {
    const { batch, length, targets = 1, objective } = shape;
    this.#graphs = chunkedLoss(model.config, shape);
    this.#positions = batch * length;
    this.#chunk = chunkSize(model, this.#positions);
    this.#key = `${objective.id} ${batch} ${length} ${targets}`;
  }

  /** The loss, and its gradient [N, H] with respect to `hidden` [N, H]. */
  async take(hidden: Tensor, batch: Batch): Promise<{ readonly loss: number; readonly gradient: Tensor }> {
    const { isLinear, loss } = this.#graphs;
    const before = isLinear ? {} : (await this.#read(hidden, batch, null)).readings;
    const slopes = await this.#slopes({ ...batch, ...before });
    const { readings, gradients } = await this.#read(hidden, batch, slopes);
    const session = await this.model.session(`loss ${this.#key}`, () => loss);
    const { loss: value } = await session.run({ ...batch, ...readings });
    return { loss: await readNumber(value), gradient: await this.#join(gradients) };
  }

  /** The slopes of all positions, [N, k] each. */
  async #slopes(feeds: Batch): Promise<Numbers> {
    const session = await this.model.session(`slopes ${this.#key}`, () => this.#graphs.slopes);
    const made = await session.run(feeds);
    const slopes: Numbers = {};
    for (const { index } of this.#graphs.readings) {
      const tensor = made[slopeName(index)];
      if (!tensor) continue;
      slopes[slopeName(index)] = { shape: tensor.shape, data: await readF32(tensor) };
      tensor.release();
    }
    return slopes;
  }

  /** The readings of all positions, [N, k] each, and with `slopes` the gradient of each chunk, [n, H]. */
  async #read(
    hidden: Tensor,
    batch: Batch,
    slopes: Numbers | null,
  ): Promise<{ readonly readings: Numbers; readonly gradients: Tensor[] }> {
    const [N, n] = [this.#positions, this.#chunk];
    const { readings } = this.#graphs;
    const shape = { positions: N, chunk: n, hasGradient: slopes !== null };
    const session = await this.model.session(`read ${this.#key} ${shape.hasGradient}`, () =>
      readingGraph(this.model.config, readings, shape),
    );
    const found = readings.map(({ columns }) => new Float32Array(N * columns));
    const gradients: Tensor[] = [];
    for (const start of chunkStarts(N, n)) {
      const at = rowsFrom(Int32Array.from({ length: N }, (_, i) => i), start, n, 1); // prettier-ignore
      const made = await session.run({
        hidden,
        at: { shape: [n], data: at },
        ...this.#part(batch, slopes ?? {}, start),
      });
      for (const { index, columns } of readings) {
        const tensor = made[readingName(index)];
        if (!tensor) continue;
        found[index]?.set((await readF32(tensor)).subarray(0, (N - start) * columns), start * columns);
        tensor.release();
      }
      if (made.gradient) gradients.push(made.gradient);
    }
    const named = readings.map(({ index, columns }) => [
      readingName(index),
      { shape: [N, columns], data: found[index] ?? new Float32Array() },
    ]);
    return { readings: Object.fromEntries(named) as Numbers, gradients };
  }

  /** What the readings of a chunk need besides: its rows of the batch and of the slopes. */
  #part(batch: Batch, slopes: Numbers, start: number): Numbers {
    const values = this.#graphs.readings.flatMap((reading) => reading.values);
    const widths = new Map([
      ...values.map(({ name, width }) => [name, width] as const),
      ...Object.entries(slopes).map(([name, { shape }]) => [name, shape[1] ?? 1] as const),
    ]);
    const part: Numbers = {};
    for (const [name, width] of widths) {
      const data = (slopes[name] ?? batch[name])?.data;
      if (!(data instanceof Float32Array || data instanceof Int32Array)) continue;
      part[name] = { shape: [this.#chunk, width], data: rowsFrom(data, start, this.#chunk, width) };
    }
    return part;
  }

  /** One after another, [N, H]. Releases what it is given. */
  async #join(gradients: readonly Tensor[]): Promise<Tensor> {
    const [only, ...others] = gradients;
    if (only && others.length === 0) return only;
    const [n, count, N] = [this.#chunk, gradients.length, this.#positions];
    const { hiddenSize } = this.model.config;
    const session = await this.model.session(`join ${n} ${count} ${N}`, () =>
      joinGraph(count, [n, hiddenSize], N),
    );
    const { joined } = await session.run(
      Object.fromEntries(gradients.map((tensor, i) => [`part.${i}`, tensor])),
    );
    for (const tensor of gradients) tensor.release();
    return joined;
  }
}
