/**
 * A loaded model: one set of frozen weights on one device, and the graphs compiled over them. The "three models" of a
 * run are these weights with three rows of an adapter bank.
 */
import { fail } from './errors';
import { sameShape, show } from '../base/shape';
import type { Graph } from '../graph/graph';
import type { LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import type { Device, HostTensor, Session, Weights } from '../runtime/device';

/** Weights as read from a file: f32, by Hugging Face name. */
export type HostWeights = ReadonlyMap<string, HostTensor & { readonly data: Float32Array }>;

export class Model {
  readonly #sessions = new Map<string, Promise<Session<string, string>>>();

  private constructor(
    readonly device: Device,
    readonly config: LlamaConfig,
    readonly weights: Weights,
  ) {}

  /** @throws LetheError weights/missing, weights/shape or weights/not-finite if config and weights do not fit */
  static async open(device: Device, config: LlamaConfig, weights: HostWeights): Promise<Model> {
    return new Model(device, config, await device.place(checkWeights(config, weights)));
  }

  /**
   * The compiled graph for `key`, compiled at the first call and cached. A failed compilation is not cached, so that it
   * can be retried.
   */
  async session<I extends string, O extends string>(
    key: string,
    build: () => Graph<I, O>,
  ): Promise<Session<I, O>> {
    const known = this.#sessions.get(key);
    const session = known ?? this.device.compile<string, string>(build(), this.weights);
    this.#sessions.set(key, session);
    try {
      return await session;
    } catch (error) {
      this.#sessions.delete(key);
      throw error;
    }
  }

  /** Releases the compiled graph for `key`, and its memory where the runtime returns it. */
  async drop(key: string): Promise<void> {
    const session = this.#sessions.get(key);
    this.#sessions.delete(key);
    await (await session)?.release();
  }

  async release(): Promise<void> {
    for (const key of [...this.#sessions.keys()]) await this.drop(key);
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
    const odd = found.data.find((x) => !Number.isFinite(x));
    if (odd !== undefined) fail('weights/not-finite', { name, got: String(odd) });
    checked.set(name, found);
  }
  return checked;
}
