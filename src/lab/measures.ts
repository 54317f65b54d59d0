export interface Measures {
  /** mean probability of the forget set's names at their positions, in the blocks that represent it */
  readonly names: number;
  /** on held-out text */
  readonly perplexity: number;
}
