/** Graph: a few new tokens per sequence, with a cache of keys and values, each sequence with its own adapter. */
import { input, reshape } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { InputValue, Value } from '../../graph/ir';
import { cachedSequence, type CacheName, type NextCacheName, type PlaceInput } from '../cached-sequence';
import type { LlamaConfig } from '../config';
import { decoder } from '../decoder';
import { frozen } from '../parameters';
import { bankInputs, type BankedShape } from './bank';
import { pairInputs, type PairInput } from './pairs';

/** B sequences, T new tokens each, at most `context` tokens in the cache. */
export interface CachedShape extends BankedShape {
  readonly context: number;
}

export interface DecodeShape extends CachedShape {
  /** W outputs, each a pair of rows (T = 1, see pairs.ts); null: every row is an output */
  readonly outputs: number | null;
}

export type CachedInput = 'ids' | PlaceInput | 'bank' | 'rows' | CacheName;
export type DecodeInput = CachedInput | PairInput;
export type DecodeOutput = 'logits' | NextCacheName;

/**
 * ids i32 [B, T], positions i64 and slots i32 [B, T] (cached-sequence.ts), bank f32 [M, P], rows i32 [B], caches
 * [B, kv, context, d]
 * → logits [B, T, V], or [W, 1, V] for pairs, and the caches with the new tokens.
 */
export function decodeGraph(config: LlamaConfig, shape: DecodeShape): Graph<DecodeInput, DecodeOutput> {
  const { batch: B, length: T } = shape;
  const { logits, inputs, next } = cachedDecoder(config, shape); // [B·T, V]
  const pairs = pairInputs(shape.outputs ?? B, config.vocabSize);
  const combined = shape.outputs === null ? logits : pairs.combine(logits);
  return graph<DecodeInput, DecodeOutput>(
    { ...inputs, ...pairs.inputs },
    { logits: reshape(combined, [shape.outputs ?? B, T, config.vocabSize]), ...next },
    fuse,
  );
}

/** Inputs of `decodeGraph` → the caches with the new tokens, without logits: for all of a prompt but its end. */
export function prefillGraph(config: LlamaConfig, shape: CachedShape): Graph<CachedInput, NextCacheName> {
  const { inputs, next } = cachedDecoder(config, shape);
  return graph<CachedInput, NextCacheName>(inputs, next, fuse);
}

interface CachedDecoder {
  readonly logits: Value;
  readonly inputs: Record<CachedInput, InputValue>;
  readonly next: Record<NextCacheName, Value>;
}

function cachedDecoder(config: LlamaConfig, shape: CachedShape): CachedDecoder {
  const ids = input('ids', 'i32', [shape.batch, shape.length]);
  const { bank, rows, adapter } = bankInputs(config, shape);
  const { sequence, places, caches } = cachedSequence(config, shape);
  const { logits } = decoder(ids, config, sequence, frozen(config, adapter));
  const { inputs, next } = caches();
  return { logits, inputs: { ids, ...places, bank, rows, ...inputs }, next };
}
