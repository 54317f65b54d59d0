/** Everything that the metrics of a model need. */
import type { Tokenizer } from '../files/tokenizer';
import type { EvaluatedModel } from '../model/evaluated-model';
import type { Aligned } from '../text/translate';
import type { Metrics } from './metric-results';
import type { Lexicon } from './grade';
import type { MembershipTexts } from './membership';
import type { Questions } from './questions';

export interface EvalContext {
  readonly evaluated: EvaluatedModel;
  /** the gold model; null if there is none, or if it is the evaluated model */
  readonly gold: EvaluatedModel | null;
  readonly tokenizer: Tokenizer;
  readonly questions: Questions;
  readonly lexicon: Lexicon;
  /** blocks of the forget set, with the positions of its terms */
  readonly forgetSet: readonly Aligned[];
  /** blocks of text that no model was trained on */
  readonly heldOut: readonly Int32Array[];
  /** null: the data set has no held-out text of the forget set's kind */
  readonly membership: MembershipTexts | null;
  /** for the resamples of intervals */
  readonly seed: number;
  /** prompts per batch */
  readonly batch: number;
}

/** A part of an evaluation: yields how many more items are done, and returns its metrics. */
export interface EvalPart {
  /** number of items; 0: nothing to measure */
  readonly count: (context: EvalContext) => number;
  readonly run: (context: EvalContext, signal: AbortSignal) => AsyncGenerator<number, Metrics>;
}

/** Rows scored per batch; each is packed with several prompts. */
export function rowBatch({ batch }: Pick<EvalContext, 'batch'>): number {
  return Math.max(1, Math.round(batch / 4));
}

/** At most `n` items, spread evenly over all. */
export function sample<T>(items: readonly T[], n: number): T[] {
  if (items.length <= n) return [...items];
  return items.filter(
    (_, i) => Math.floor((i * n) / items.length) !== Math.floor(((i - 1) * n) / items.length),
  );
}
