/**
 * A few new tokens per row after those whose keys and values are cached. Positions and caches are per row, so rows of
 * different length continue in one batch.
 */
import { fromEntries } from '../base/records';
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
} from '../graph/build';
import type { InputValue, Value } from '../graph/ir';
import type { Sequence } from './attention';
import { MASKED } from './causal';
import type { LlamaConfig } from './config';
import { ropeTables } from './rope';

type Cache = 'keys' | 'values';
export type CacheName = `${Cache}.${number}`;
export type NextCacheName = `next.${CacheName}`;
export type PlaceInput = 'positions' | 'slots';

export interface CachedSequence {
  readonly sequence: Sequence;
  readonly places: Readonly<Record<PlaceInput, InputValue>>;
  /** The caches that the blocks have asked for, and what they are with the new tokens, [B, kv, context, d] each. */
  readonly caches: () => {
    readonly inputs: Record<CacheName, InputValue>;
    readonly next: Record<NextCacheName, Value>;
  };
}

/** The names of the caches of a layer. */
export const cacheNames = (layer: number): readonly [keys: CacheName, values: CacheName] => [
  `keys.${layer}`,
  `values.${layer}`,
];

/**
 * B rows of T new tokens, with room for `context` tokens in all. Its inputs: positions i64 [B, T], and slots i32 [B, T]
 * (the same positions; −1 marks padding, which is neither stored nor attended to).
 */
export function cachedSequence(
  config: LlamaConfig,
  {
    batch: B,
    length: T,
    context,
  }: { readonly batch: number; readonly length: number; readonly context: number },
): CachedSequence {
  const positions = input('positions', 'i64', [B, T]);
  const slots = input('slots', 'i32', [B, T]);
  const inputs = new Map<CacheName, InputValue>();
  const next = new Map<NextCacheName, Value>();
  const { store, mask } = cacheRules(slots, context);
  const remember = (name: CacheName, fresh: Value): Value => {
    const old = input(name, 'f32', [B, config.kvHeads, context, config.headDim]);
    const now = store(old, fresh);
    inputs.set(name, old);
    next.set(`next.${name}`, now);
    return now;
  };
  return {
    places: { positions, slots },
    sequence: {
      batch: B,
      length: T,
      positions,
      rope: ropeTables(config, context),
      attendTo(layer, freshKeys, freshValues) {
        const [keys, values] = cacheNames(layer);
        return { keys: remember(keys, freshKeys), values: remember(values, freshValues), mask };
      },
    },
    caches: () => ({ inputs: fromEntries(inputs), next: fromEntries(next) }),
  };
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
