/**
 * Reads prompts layer by layer, which is fed the weights once for many tokens, and then writes by one graph for all layers
 * that keeps a copy of them: to feed them at every token takes longer than to compute with them.
 */
import { LayeredReader } from './layered-reader';
import type { DecodeRows, PlacedTokens, TokenReader } from './token-reader';
import { WholeReader } from './whole-reader';

export class ResidentReader implements TokenReader {
  readonly stretch: number;
  readonly #prompts: LayeredReader;
  #writing: WholeReader | null = null;

  constructor(private readonly batch: DecodeRows) {
    this.#prompts = new LayeredReader(batch);
    this.stretch = this.#prompts.stretch;
  }

  /** Only before the first `next`. */
  read(tokens: PlacedTokens): Promise<void> {
    return this.#prompts.read(tokens);
  }

  async next(tokens: PlacedTokens): Promise<Float32Array> {
    this.#writing ??= await WholeReader.open(this.batch, this.#prompts.takeCaches());
    return this.#writing.next(tokens);
  }

  release(): void {
    (this.#writing ?? this.#prompts).release();
  }
}
