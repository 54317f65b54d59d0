/** Graph: a few new tokens per sequence, with a cache of keys and values, each sequence with its own adapter. */
import { input, reshape } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { InputValue, Value } from '../../graph/ir';
import { cachedSequence, type CacheName, type NextCacheName, type PlaceInput } from '../cached-sequence';
import type { LlamaConfig } from '../config';
import { decoder } from '../decoder';
import type { Parameters } from '../linear';
import { frozen } from '../parameters';
import { bankInputs, type BankedShape } from './bank';
import { mergedInputs, type MergedName } from './merge';
import { pairInputs, type PairInput } from './pairs';

/** B sequences, T new tokens each, at most `context` tokens in the cache. */
export interface CachedShape extends BankedShape {
  readonly context: number;
}

/**
 * Where adapters are when a graph runs: each row's in the bank; in the weights already (merge.ts), for all rows or each; or
 * nowhere, because all rows are the baseline's.
 */
export type AdapterUse = 'bank' | 'merged' | 'none';

export interface WholeShape extends CachedShape {
  readonly adapters: AdapterUse;
}

export interface DecodeShape extends WholeShape {
  /** W outputs, each a pair of rows (T = 1, see pairs.ts); null: every row is an output */
  readonly outputs: number | null;
}

type AdapterInput = 'bank' | 'rows' | MergedName;
export type CachedInput = 'ids' | PlaceInput | AdapterInput | CacheName;
export type DecodeInput = CachedInput | PairInput;
export type DecodeOutput = 'logits' | NextCacheName;

/**
 * ids i32 [B, T], positions i64 and slots i32 [B, T] (cached-sequence.ts), by the use of adapters bank f32 [M, P]
 * and rows i32 [B] or the merged weights, caches [B, kv, context, d]
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
export function prefillGraph(config: LlamaConfig, shape: WholeShape): Graph<CachedInput, NextCacheName> {
  const { inputs, next } = cachedDecoder(config, shape);
  return graph<CachedInput, NextCacheName>(inputs, next, fuse);
}

interface CachedDecoder {
  readonly logits: Value;
  readonly inputs: Readonly<Record<CachedInput, InputValue>>;
  readonly next: Record<NextCacheName, Value>;
}

function cachedDecoder(config: LlamaConfig, shape: WholeShape): CachedDecoder {
  const ids = input('ids', 'i32', [shape.batch, shape.length]);
  const { inputs: ofAdapters, parameters } = adapted(config, shape);
  const { sequence, places, caches } = cachedSequence(config, shape);
  const { logits } = decoder(ids, config, sequence, parameters);
  const { inputs, next } = caches();
  return { logits, inputs: { ids, ...places, ...ofAdapters, ...inputs }, next };
}

/** The parameters of the model with its adapters, and what these may be fed as. */
function adapted(
  config: LlamaConfig,
  shape: WholeShape,
): { readonly inputs: Readonly<Record<AdapterInput, InputValue>>; readonly parameters: Parameters } {
  const { bank, rows, adapter } = bankInputs(config, shape);
  const inputs = { bank, rows };
  if (shape.adapters === 'bank') return { inputs, parameters: frozen(config, adapter) };
  if (shape.adapters === 'none') return { inputs, parameters: frozen(config, () => null) };
  const { inputs: merged, parameters } = mergedInputs(config, shape);
  return { inputs: { ...inputs, ...merged }, parameters };
}
