/**
 * The compiled graphs of one model. Together they keep to a number of bytes: where another one needs room, those that
 * were not run for longest are released, and compiled again when they are next run.
 */
import type { Graph } from '../graph/graph';
import type { CompileOptions, Device, Session, Weights } from '../runtime/device';

/** A compiled graph that may be released between two runs. */
export type Compiled<I extends string, O extends string> = Pick<Session<I, O>, 'run'>;

interface Kept {
  readonly session: Promise<Session<string, string>>;
  readonly bytes: number;
  /** runs that have not ended */
  running: number;
}

export class Sessions {
  /** least recently used first */
  readonly #kept = new Map<string, Kept>();

  /** `budget`: bytes for all of them; one that needs more is kept alone. */
  constructor(
    private readonly device: Device,
    private readonly weights: Weights,
    private readonly budget: number,
  ) {}

  /** The graph for `key`, compiled unless it is kept. A failed compilation can be retried. */
  async compiled<I extends string, O extends string>(
    key: string,
    build: () => Graph<I, O>,
    options: CompileOptions,
  ): Promise<Compiled<I, O>> {
    await this.#use(key, build, options).session;
    return {
      run: async (feeds) => {
        const kept = this.#use(key, build, options);
        kept.running++;
        try {
          return await (await kept.session).run(feeds);
        } finally {
          kept.running--;
        }
      },
    };
  }

  /** Bytes of all compiled graphs. */
  get bytes(): number {
    return [...this.#kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Releases the graph for `key`, and its memory where the runtime returns it. */
  async drop(key: string): Promise<void> {
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    await (await kept?.session)?.release();
  }

  /** → releases the graphs that were compiled since and are not running. */
  since(): () => Promise<void> {
    const before = new Set(this.#kept.keys());
    return async () => {
      for (const [key, { running }] of [...this.#kept])
        if (!before.has(key) && running === 0) await this.drop(key);
    };
  }

  async release(): Promise<void> {
    for (const key of [...this.#kept.keys()]) await this.drop(key);
  }

  /** The compiled graph, now the most recently used. */
  #use(key: string, build: () => Graph, options: CompileOptions): Kept {
    const kept = this.#kept.get(key) ?? this.#compile(key, build(), options);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  #compile(key: string, graph: Graph, options: CompileOptions): Kept {
    const bytes = this.device.compiledBytes(graph, options);
    const room = this.#makeRoom(bytes);
    const session = room.then(() => this.device.compile(graph, this.weights, options));
    const kept = { session, bytes, running: 0 };
    session.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return kept;
  }

  /** Releases graphs that are not running, least recently used first, until there are `bytes` left. */
  async #makeRoom(bytes: number): Promise<void> {
    const idle = [...this.#kept].filter(([, { running }]) => running === 0);
    const dropped: Promise<void>[] = [];
    for (const [key] of idle) {
      if (this.bytes + bytes <= this.budget) break;
      dropped.push(this.drop(key));
    }
    await Promise.all(dropped);
  }
}
