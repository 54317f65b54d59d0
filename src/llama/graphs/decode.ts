/**
 * Graph: a few new tokens per sequence, with a cache of keys and values. Positions and caches are per row, so rows of
 * different length continue in one batch, each with its own adapter.
 */
import { fromEntries } from '../../base/records';
import {
  add,
  cast,
  constant,
  equal,
  greater,
  input,
  matMul,
  mul,
  reduceSum,
  reshape,
  scalar,
  sub,
  where,
} from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { InputValue, Value } from '../../graph/ir';
import type { Sequence } from '../attention';
import { MASKED } from '../causal';
import type { LlamaConfig } from '../config';
import { decoder } from '../decoder';
import { frozen } from '../parameters';
import { ropeTables } from '../rope';
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

type Cache = 'keys' | 'values';
export type CacheName = `${Cache}.${number}`;
export type CachedInput = 'ids' | 'positions' | 'slots' | 'bank' | 'rows' | CacheName;
export type DecodeInput = CachedInput | PairInput;
export type DecodeOutput = 'logits' | `next.${CacheName}`;

/** The names of the caches, [B, kv, context, d] each. */
export function cacheNames(config: LlamaConfig): CacheName[] {
  return Array.from({ length: config.layers }, (_, layer) => layer).flatMap((layer) => [
    `keys.${layer}` as const,
    `values.${layer}` as const,
  ]);
}

/**
 * ids i32 [B, T], positions i64 [B, T], slots i32 [B, T] (the same positions; −1 marks padding, which is neither stored
 * nor attended to), bank f32 [M, P], rows i32 [B], caches
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
export function prefillGraph(
  config: LlamaConfig,
  shape: CachedShape,
): Graph<CachedInput, `next.${CacheName}`> {
  const { inputs, next } = cachedDecoder(config, shape);
  return graph<CachedInput, `next.${CacheName}`>(inputs, next, fuse);
}

interface CachedDecoder {
  readonly logits: Value;
  readonly inputs: Record<CachedInput, InputValue>;
  readonly next: Record<`next.${CacheName}`, Value>;
}

function cachedDecoder(config: LlamaConfig, shape: CachedShape): CachedDecoder {
  const { batch: B, length: T, context } = shape;
  const ids = input('ids', 'i32', [B, T]);
  const positions = input('positions', 'i64', [B, T]);
  const slots = input('slots', 'i32', [B, T]);
  const { bank, rows, adapter } = bankInputs(config, shape);
  const memory = new Map<CacheName, InputValue>();
  const next = new Map<`next.${CacheName}`, Value>();
  const { store, mask } = cacheRules(slots, context);

  const sequence: Sequence = {
    batch: B,
    length: T,
    positions,
    rope: ropeTables(config, context),
    attendTo(layer, keys, values) {
      const remember = (name: CacheName, fresh: Value): Value => {
        const old = input(name, 'f32', [B, config.kvHeads, context, config.headDim]);
        const now = store(old, fresh);
        memory.set(name, old);
        next.set(`next.${name}`, now);
        return now;
      };
      return { keys: remember(`keys.${layer}`, keys), values: remember(`values.${layer}`, values), mask };
    },
  };
  const { logits } = decoder(ids, config, sequence, frozen(config, adapter));
  const inputs = { ids, positions, slots, bank, rows, ...fromEntries(memory) };
  return { logits, inputs, next: fromEntries(next) };
}

/** How new keys and values are stored in a cache, and which cached ones a query may attend to. */
function cacheRules(
  slots: Value,
  context: number,
): { store: (old: Value, fresh: Value) => Value; mask: Value } {
  const [B = 0, T = 0] = slots.shape;
  const slot = (...shape: number[]): Value =>
    constant(
      Int32Array.from({ length: context }, (_, i) => i),
      shape,
    );
  const isLater = greater(slot(1, 1, 1, context), reshape(slots, [B, 1, T, 1]));
  const mask = where(isLater, scalar(MASKED), scalar(0)); // [B, 1, T, context]
  if (T === 1) {
    const isHere = equal(slot(1, 1, context, 1), reshape(slots, [B, 1, 1, 1]));
    return { store: (old, fresh) => where(isHere, fresh, old), mask }; // one pass over the cache
  }
  // writes [B, 1, context, T] is 1 where a new token is stored, keeps [B, 1, context, 1] where none is.
  const writes = cast(equal(slot(1, 1, context, 1), reshape(slots, [B, 1, 1, T])), 'f32');
  const keeps = sub(scalar(1), reduceSum(writes, [3]));
  return { store: (old, fresh) => add(mul(old, keeps), matMul(writes, fresh)), mask };
}
