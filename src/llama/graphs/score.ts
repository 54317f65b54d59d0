/** Graph: how well texts are predicted, by one variant or by equation 1 over two variants, for a chunk of positions. */
import { add, cast, gather, greater, input, reduceMax, scalar, sub } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { InputValue, Value } from '../../graph/ir';
import type { LlamaConfig } from '../config';
import { head } from '../decoder';
import { logSumExp } from '../long-sums';
import { negativeLogLikelihood } from '../loss';
import { wholeLogits } from '../objective';
import { frozen } from '../parameters';
import { equation1, type LogitSpace } from './combine';
import type { HeadShape } from './head';

export interface ScoreShape extends HeadShape {
  /** null: one variant; otherwise equation 1 combines the baseline and the reinforced variant on the same text */
  readonly equation1: LogitSpace | null;
}

export type ReaderInput = 'hidden' | 'at' | 'reinforcedAt' | 'alpha';
export type ScoreInput = ReaderInput | 'labels';
export type ScoreOutput = 'nll' | 'best';

/** How far apart rounding may put two equal values of ln p. */
const TIE = 1e-5;

/**
 * hidden [N, H] (after the last block), at i32 [n] (the rows of it that are scored; with equation 1 those that the baseline
 * read), reinforcedAt i32 [n] (those that the reinforced variant read), alpha f32 [1], labels i32 [n, 1] (the token that
 * should follow each one; any where it does not matter)
 * → nll f32 [n, 1], −ln p(label), and best f32 [n, 1], 1 where no token is likelier, else 0.
 */
export function scoreGraph(config: LlamaConfig, shape: ScoreShape): Graph<ScoreInput, ScoreOutput> {
  const { inputs, logits } = reader(config, shape);
  const labels = input('labels', 'i32', [shape.chunk, 1]);
  const nll = negativeLogLikelihood(wholeLogits(logits), labels);
  // A label is the likeliest token if no other token has a larger logit.
  const largest = sub(reduceMax(logits, [1]), logSumExp(logits)); // as ln p
  const best = cast(greater(scalar(TIE), add(nll, largest)), 'f32');
  return graph({ ...inputs, labels }, { nll, best }, fuse);
}

/** Inputs of `scoreGraph` without labels → logs f32 [n, V], ln p of every possible next token at each position. */
export function expectGraph(config: LlamaConfig, shape: ScoreShape): Graph<ReaderInput, 'logs'> {
  const { inputs, logits } = reader(config, shape);
  return graph(inputs, { logs: sub(logits, logSumExp(logits)) }, fuse);
}

interface Reader {
  readonly inputs: Readonly<Record<ReaderInput, InputValue>>;
  /** [n, V] */
  readonly logits: Value;
}

function reader(config: LlamaConfig, { positions, chunk, equation1: space }: ScoreShape): Reader {
  const inputs = {
    hidden: input('hidden', 'f32', [positions, config.hiddenSize]),
    at: input('at', 'i32', [chunk]),
    reinforcedAt: input('reinforcedAt', 'i32', [chunk]),
    alpha: input('alpha', 'f32', [1]),
  };
  const into = (x: Value): Value => (space === 'raw' ? x : sub(x, logSumExp(x)));
  const weights = frozen(config, () => null);
  const read = (at: Value): Value => head(gather(inputs.hidden, at), config, weights);
  const logits = read(inputs.at);
  if (space === null) return { inputs, logits };
  const reinforced = into(read(inputs.reinforcedAt));
  return { inputs, logits: equation1(into(logits), reinforced, inputs.alpha) };
}
