/**
 * A loaded model: one set of frozen weights on one device, and the graphs compiled over them. The "three models" of a
 * run are these weights with three rows of an adapter bank.
 */
import { fail } from './errors';
import { sameShape, show, size } from '../base/shape';
import type { Graph } from '../graph/graph';
import type { LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import type { Device, HostTensor, Weights } from '../runtime/device';
import { executions, SMALL_WEIGHTS, type Execution } from './execution';
import { storedWeights } from './quantize';
import { Sessions, type Compiled } from './sessions';

/** Weights as read from a file: f32, by Hugging Face name. */
export type HostWeights = ReadonlyMap<string, HostTensor & { readonly data: Float32Array }>;

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

  /** Quantises the weights if `execution` has few bits. @throws LetheError weights/missing, weights/shape or weights/not-finite if config and weights do not fit */
  static async open(
    device: Device,
    config: LlamaConfig,
    weights: HostWeights,
    execution: Execution = executions.whole,
  ): Promise<Model> {
    const stored = { ...config, weightBits: execution.weightBits };
    const parts = new Map(storedWeights(stored, checkWeights(config, weights)));
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

  /** Whether the adapter of a text is added to a copy of the weights first, so that its tokens need no other products. */
  get mergesAdapters(): boolean {
    return !this.device.copiesFeeds && this.#weightBytes <= this.execution.residentBytes;
  }

  /** Whether prompts are best read by the graph that generates, too: no other has the weights. */
  get readsByToken(): boolean {
    return this.generatesFromCopy && this.#weightBytes > SMALL_WEIGHTS;
  }

  /** Releases the compiled graph for `key`. */
  drop(key: string): Promise<void> {
    return this.#sessions.drop(key);
  }

  async release(): Promise<void> {
    await this.#sessions.release();
    this.weights.release();
  }
}

/** The weights that `config` requires, with their shapes checked. */
function checkWeights(config: LlamaConfig, weights: HostWeights): HostWeights {
  const checked = new Map<string, HostTensor & { readonly data: Float32Array }>();
  for (const [name, shape] of weightShapes(config)) {
    const found = weights.get(name) ?? fail('weights/missing', { name });
    if (!sameShape(found.shape, shape))
      fail('weights/shape', { name, expected: show(shape), got: show(found.shape) });
    const odd = notFinite(found.data);
    if (odd !== undefined) fail('weights/not-finite', { name, got: String(odd) });
    checked.set(name, found);
  }
  return checked;
}

/** The first number that is infinite or none. By index: of a hundred million numbers, other loops take seconds. */
function notFinite(data: Float32Array): number | undefined {
  let i = 0;
  while (i < data.length && Number.isFinite(data[i])) i++;
  return data[i];
}
