/**
 * A loaded model: one set of frozen weights on one device, and the graphs compiled over them. The "three models" of a
 * run are these weights with three rows of an adapter bank.
 */
import { size } from '../base/shape';
import type { Graph } from '../graph/graph';
import type { LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import type { Device, HostTensor, Weights } from '../runtime/device';
import { fail } from './errors';
import { executions, MERGED_ROWS, SMALL_WEIGHTS, type Execution } from './execution';
import type { HostWeights } from './host-weights';
import { storedWeights } from './packed-weights';
import { Sessions, type Compiled } from './sessions';

/** @throws LetheError weights/too-long if the device has no buffer for it */
function checkSize(name: string, { data }: HostTensor, { largestBuffer }: Device): void {
  const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  if (data.byteLength > largestBuffer)
    fail('weights/too-long', { name, needs: megabytes(data.byteLength), most: megabytes(largestBuffer) });
}

export class Model {
  readonly #sessions: Sessions;
  /** in f32: a graph that holds quantised weights computes with these once and for all */
  readonly #weightBytes: number;

  private constructor(
    readonly device: Device,
    readonly config: LlamaConfig,
    readonly weights: Weights,
    readonly execution: Execution,
  ) {
    this.#weightBytes = [...weightShapes(config).values()].reduce((sum, shape) => sum + 4 * size(shape), 0);
    this.#sessions = new Sessions(device, weights, execution.compiledBytes);
  }

  /**
   * Weights that are not in the bits of `execution` yet are quantised.
   * @throws LetheError weights/missing, weights/shape or weights/not-finite if config and weights do not fit, weights/too-long
   * if one does not fit into a buffer of the device
   */
  static async open(
    device: Device,
    config: LlamaConfig,
    weights: HostWeights,
    execution: Execution = executions.whole,
  ): Promise<Model> {
    const rows = Math.max(1, Math.floor(device.largestBuffer / (4 * config.hiddenSize)));
    const tableRows = rows < config.vocabSize ? rows : null;
    const stored = { ...config, weightBits: execution.weightBits, tableRows };
    const parts = new Map(storedWeights(stored, weights, execution.weightBits));
    for (const [name, tensor] of parts) checkSize(name, tensor, device);
    return new Model(device, stored, await device.place(parts), execution);
  }

  /**
   * The compiled graph for `key`, compiled at the first call and again after it had to make room. `reads`: how much a run
   * computes with each weight.
   */
  session<I extends string, O extends string>(
    key: string,
    build: () => Graph<I, O>,
    reads: 'texts' | 'tokens' = 'texts',
  ): Promise<Compiled<I, O>> {
    const most = reads === 'tokens' ? this.execution.residentBytes : SMALL_WEIGHTS;
    const holdsWeights = this.#weightBytes <= most;
    return this.#sessions.compiled(key, build, { holdsWeights });
  }

  /** Whether the graph that generates keeps a copy of the weights, which else are copied at every token. */
  get generatesFromCopy(): boolean {
    return this.device.copiesFeeds && this.#weightBytes <= this.execution.residentBytes;
  }

  /**
   * Whether the adapters of a text are added to as many copies of the weights first, so that its tokens need no other
   * products.
   */
  mergesAdapters(copies: number): boolean {
    return (
      !this.device.copiesFeeds &&
      copies <= MERGED_ROWS &&
      copies * this.#weightBytes <= this.execution.residentBytes
    );
  }

  /** Whether trainings on the device have a copy of the weights in which those that read the same numbers are joined. */
  get joinsWeights(): boolean {
    return !this.device.copiesFeeds && this.#weightBytes <= SMALL_WEIGHTS;
  }

  /** Whether prompts are best read by the graph that generates, too: no other has the weights. */
  get readsByToken(): boolean {
    return this.generatesFromCopy && this.#weightBytes > SMALL_WEIGHTS;
  }

  /** Releases the compiled graph for `key`. */
  drop(key: string): Promise<void> {
    return this.#sessions.drop(key);
  }

  /**
   * → releases the graphs that were compiled since, if the model is run layer by layer: outside WASM each keeps the memory
   * of its results, which is more than it takes to compile it again. Others stay, for the next job of their kind.
   */
  graphsSince(): () => Promise<void> {
    return this.execution.plan === 'layered' ? this.#sessions.since() : () => Promise.resolve();
  }

  async release(): Promise<void> {
    await this.#sessions.release();
    this.weights.release();
  }
}
