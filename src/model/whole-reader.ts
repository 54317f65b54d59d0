/** Reads tokens by one graph for all layers. */
import { cacheNames } from '../llama/cached-sequence';
import { decodeGraph, prefillGraph, type DecodeInput, type DecodeOutput } from '../llama/graphs/decode';
import { readF32, type Feed, type Tensor } from '../runtime/device';
import { chooseAdapters, type ChosenAdapters } from './chosen-adapters';
import type { Compiled } from './sessions';
import {
  emptyCaches,
  place,
  releaseFeed,
  STRETCH,
  type DecodeRows,
  type LayerCaches,
  type PlacedTokens,
  type TokenReader,
} from './token-reader';

type Caches = Record<string, Feed>;

export class WholeReader implements TokenReader {
  readonly stretch: number;
  #caches: Caches;

  private constructor(
    private readonly batch: DecodeRows,
    private readonly session: Compiled<DecodeInput, DecodeOutput>,
    private readonly adapters: ChosenAdapters,
    caches: readonly LayerCaches[],
  ) {
    this.stretch = batch.model.readsByToken ? 1 : STRETCH;
    this.#caches = Object.fromEntries(
      caches.flatMap(({ keys, values }, layer) => {
        const [ofKeys, ofValues] = cacheNames(layer);
        return [
          [ofKeys, keys],
          [ofValues, values],
        ];
      }),
    );
  }

  /** Goes on from `caches`, and releases them; by default nothing has been read. */
  static async open(batch: DecodeRows, caches = emptyCaches(batch)): Promise<WholeReader> {
    const { model } = batch;
    const adapters = await chooseAdapters(batch);
    const shape = { ...batch.shape, adapters: adapters.use };
    const session = await model.session(
      `decode ${JSON.stringify(shape)}`,
      () => decodeGraph(model.config, shape),
      'tokens',
    );
    return new WholeReader(batch, session, adapters, caches);
  }

  async read(tokens: PlacedTokens): Promise<void> {
    if (this.stretch === 1) {
      (await this.#step(tokens)).release();
      return;
    }
    const { model, shape } = this.batch;
    const { outputs: _, ...rest } = shape;
    const cached = { ...rest, length: this.stretch, adapters: this.adapters.use };
    const session = await model.session(`prefill ${JSON.stringify(cached)}`, () =>
      prefillGraph(model.config, cached),
    );
    const { feeds } = this.adapters;
    this.#keep(await session.run({ ...feeds, ...this.#caches, ...place(tokens, this.stretch) }));
  }

  async next(tokens: PlacedTokens): Promise<Float32Array> {
    const logits = await this.#step(tokens);
    const numbers = await readF32(logits);
    logits.release();
    return numbers;
  }

  release(): void {
    this.#releaseCaches();
    this.adapters.release();
  }

  async #step(tokens: PlacedTokens): Promise<Tensor> {
    const { logits, ...next } = await this.session.run({
      ...this.adapters.feeds,
      ...this.batch.pairs,
      ...this.#caches,
      ...place(tokens, 1),
    });
    this.#keep(next);
    return logits;
  }

  #keep(next: Readonly<Record<string, Tensor>>): void {
    this.#releaseCaches();
    this.#caches = Object.fromEntries(
      Object.entries(next).map(([name, tensor]) => [name.slice('next.'.length), tensor]),
    );
  }

  #releaseCaches(): void {
    Object.values(this.#caches).forEach(releaseFeed);
  }
}
