/** Everything that is needed to ask a model what is left of a text. */
import type { Tokenizer } from '../files/tokenizer';
import type { EvaluatedModel } from '../model/evaluated-model';
import type { Aligned } from '../text/translate';
import type { Metrics } from './metric-results';
import type { Lexicon } from './grade';
import type { Questions } from './questions';

export interface EvalContext {
  readonly evaluated: EvaluatedModel;
  /** the model that never read the text; null if there is none, or if it is the evaluated model */
  readonly gold: EvaluatedModel | null;
  readonly tokenizer: Tokenizer;
  readonly questions: Questions;
  readonly lexicon: Lexicon;
  /** blocks of the text to forget, with the places of its terms */
  readonly forgetSet: readonly Aligned[];
  /** blocks of text that nobody read */
  readonly heldOut: readonly Int32Array[];
  /** of the random choices of intervals */
  readonly seed: number;
  /** prompts asked at once */
  readonly batch: number;
}

/** A part of an evaluation: yields how many items are done with each step, and ends with its metrics. */
export interface EvalPart {
  /** how many items there are; 0 = nothing to measure */
  readonly count: (context: EvalContext) => number;
  readonly run: (context: EvalContext, signal: AbortSignal) => AsyncGenerator<number, Metrics>;
}

/** Rows of tokens that are scored at once: each holds several prompts. */
export function rowBatch({ batch }: Pick<EvalContext, 'batch'>): number {
  return Math.max(1, Math.round(batch / 4));
}

/** At most `n` of the items, spread evenly over all. */
export function sample<T>(items: readonly T[], n: number): T[] {
  if (items.length <= n) return [...items];
  return items.filter(
    (_, i) => Math.floor((i * n) / items.length) !== Math.floor(((i - 1) * n) / items.length),
  );
}
