/** Whole texts as graph inputs: one in each row, or many packed into a row. */
import { input } from '../../graph/build';
import type { InputValue } from '../../graph/ir';
import type { Sequence } from '../attention';
import { causalSequence } from '../causal';
import type { LlamaConfig } from '../config';
import { packedSequence } from '../packed-sequence';
import type { BankedShape } from './bank';

export interface TextShape extends BankedShape {
  /** whether rows contain several texts (packed-sequence.ts) */
  readonly isPacked: boolean;
}

/** The inputs that packed rows have besides: positions i64, segments and prefixes i32 [B, T]. */
export function textSequence(
  config: LlamaConfig,
  { batch, length, isPacked }: Pick<TextShape, 'batch' | 'length' | 'isPacked'>,
): { readonly inputs: Readonly<Record<string, InputValue>>; readonly sequence: Sequence } {
  if (!isPacked) return { inputs: {}, sequence: causalSequence(config, batch, length) };
  const positions = input('positions', 'i64', [batch, length]);
  const segments = input('segments', 'i32', [batch, length]);
  const prefixes = input('prefixes', 'i32', [batch, length]);
  return {
    inputs: { positions, segments, prefixes },
    sequence: packedSequence(config, positions, segments, prefixes),
  };
}
