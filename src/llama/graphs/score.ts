/** Graph: how well texts are predicted, by one variant or by equation 1 over two variants. */
import { add, cast, greater, input, reduceMax, reshape, scalar, slice, sub } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { InputValue, Value } from '../../graph/ir';
import type { LlamaConfig } from '../config';
import { decoder } from '../decoder';
import { packedSequence } from '../packed-sequence';
import { negativeLogLikelihood } from '../loss';
import { wholeLogits } from '../objective';
import { frozen } from '../parameters';
import { bankInputs, type BankedShape } from './bank';
import { equation1, type LogitSpace } from './combine';
import { logSumExp } from '../long-sums';

export interface ScoreShape extends BankedShape {
  /**
   * Null: every row is scored. Otherwise row i of the first half is the baseline and row i of the second half the
   * reinforced variant on the same text, and equation 1 combines them.
   */
  readonly equation1: LogitSpace | null;
}

export type TextInput = 'ids' | 'positions' | 'segments' | 'prefixes' | 'bank' | 'rows' | 'alpha';
export type ScoreInput = TextInput | 'labels';
export type ScoreOutput = 'nll' | 'best';

/** How far apart rounding may put two equal values of ln p. */
const TIE = 1e-5;

/**
 * ids i32, positions i64, segments and prefixes i32 [B, T] (see packed-sequence.ts), labels i32 [N, T] (the token that
 * should follow each one; any where it does not matter), bank f32 [M, P], rows i32, alpha f32 [1]
 * → nll f32 [N, T], −ln p(label), and best f32 [N, T], 1 where no token is likelier, else 0.
 * N = B, or B / 2 with equation 1.
 */
export function scoreGraph(config: LlamaConfig, shape: ScoreShape): Graph<ScoreInput, ScoreOutput> {
  const { inputs, logits, texts } = readers(config, shape);
  const { length } = shape;
  const labels = input('labels', 'i32', [texts, length]);
  const nll = negativeLogLikelihood(wholeLogits(logits), reshape(labels, [texts * length, 1]));
  // A label is the likeliest token if no other token has a larger logit.
  const largest = sub(reduceMax(logits, [1]), logSumExp(logits)); // as ln p
  const best = cast(greater(scalar(TIE), add(nll, largest)), 'f32');
  return graph(
    { ...inputs, labels },
    { nll: reshape(nll, [texts, length]), best: reshape(best, [texts, length]) },
    fuse,
  );
}

/** Inputs of `scoreGraph` without labels → logs f32 [N, T, V], ln p of every possible next token at each position. */
export function expectGraph(config: LlamaConfig, shape: ScoreShape): Graph<TextInput, 'logs'> {
  const { inputs, logits, texts } = readers(config, shape);
  const logs = sub(logits, logSumExp(logits));
  return graph(inputs, { logs: reshape(logs, [texts, shape.length, config.vocabSize]) }, fuse);
}

interface Readers {
  readonly inputs: Readonly<Record<TextInput, InputValue>>;
  /** [N·T, V] */
  readonly logits: Value;
  /** N */
  readonly texts: number;
}

function readers(config: LlamaConfig, shape: ScoreShape): Readers {
  const { batch, length, equation1: space } = shape;
  const ids = input('ids', 'i32', [batch, length]);
  const positions = input('positions', 'i64', [batch, length]);
  const segments = input('segments', 'i32', [batch, length]);
  const prefixes = input('prefixes', 'i32', [batch, length]);
  const alpha = input('alpha', 'f32', [1]);
  const { bank, rows, adapter } = bankInputs(config, shape);
  const sequence = packedSequence(config, positions, segments, prefixes);
  const { logits: said } = decoder(ids, config, sequence, frozen(config, adapter)); // [B·T, V]
  const inputs = { ids, positions, segments, prefixes, bank, rows, alpha };
  if (space === null) return { inputs, logits: said, texts: batch };
  const half = (batch * length) / 2;
  const into = (x: Value): Value => (space === 'raw' ? x : sub(x, logSumExp(x)));
  const [baseline, reinforced] = [into(slice(said, 0, 0, half)), into(slice(said, 0, half, 2 * half))];
  return { inputs, logits: equation1(baseline, reinforced, alpha), texts: batch / 2 };
}
