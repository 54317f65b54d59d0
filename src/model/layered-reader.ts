/** Reads tokens layer by layer, by one compiled block that is fed the weights and the caches of each layer. */
import { cachedBlockGraph, KEYS, VALUES } from '../llama/graphs/layered/cached-block';
import { pairedHeadGraph } from '../llama/graphs/layered/paired-head';
import { readF32, type Tensor } from '../runtime/device';
import { blockFeeds, embedded } from './blocks';
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

export class LayeredReader implements TokenReader {
  readonly stretch = STRETCH;
  readonly #caches: LayerCaches[];

  constructor(private readonly batch: DecodeRows) {
    this.#caches = emptyCaches(batch);
  }

  /** The caches so far, of each layer; whoever takes them releases them. */
  takeCaches(): LayerCaches[] {
    return this.#caches.splice(0);
  }

  async read(tokens: PlacedTokens): Promise<void> {
    (await this.#throughLayers(tokens, this.stretch)).release();
  }

  async next(tokens: PlacedTokens): Promise<Float32Array> {
    const hidden = await this.#throughLayers(tokens, 1);
    const { model, shape, pairs } = this.batch;
    const { batch, outputs } = shape;
    const session = await model.session(`paired head ${batch} ${outputs}`, () =>
      pairedHeadGraph(model.config, shape),
    );
    const { logits } = await session.run({ hidden, ...pairs });
    hidden.release();
    const numbers = await readF32(logits);
    logits.release();
    return numbers;
  }

  release(): void {
    for (const { keys, values } of this.#caches) [keys, values].forEach(releaseFeed);
  }

  /** The residual stream after the last block, [B · length, H]. */
  async #throughLayers(tokens: PlacedTokens, length: number): Promise<Tensor> {
    const { model, bank, shape, rows } = this.batch;
    const { outputs: _, ...cached } = { ...shape, length };
    const session = await model.session(`cached block ${JSON.stringify(cached)}`, () =>
      cachedBlockGraph(model.config, cached),
    );
    const { ids, ...places } = place(tokens, length);
    let before = await embedded(model, ids);
    for (const [layer, part] of (await bank.layers()).entries()) {
      const caches = this.#caches[layer];
      if (!caches) throw new RangeError(`expected the caches of layer ${layer}`);
      const { keys, values } = caches;
      const made = await session.run({
        ...blockFeeds(model, layer),
        ...places,
        before,
        bank: part,
        rows,
        [KEYS]: keys,
        [VALUES]: values,
      });
      for (const used of [before, keys, values]) releaseFeed(used);
      this.#caches[layer] = { keys: made.nextKeys, values: made.nextValues };
      before = made.hidden;
    }
    return before;
  }
}
