/**
 * A few new tokens per row after those whose keys and values are cached. Positions and caches are per row, so rows of
 * different length continue in one batch. One new token is one operation of the runtime; several take a mask.
 */
import { fromEntries } from '../base/records';
import {
  add,
  cast,
  constant,
  equal,
  greater,
  groupQueryAttention,
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
import { maskedSequence } from './masked-attention';
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
 * (the same positions; −1 marks padding, which is not attended to, and overwrites nothing but the last place of a cache).
 */
export function cachedSequence(config: LlamaConfig, shape: CachedRows): CachedSequence {
  const { batch: B, length: T, context } = shape;
  const places = { positions: input('positions', 'i64', [B, T]), slots: input('slots', 'i32', [B, T]) };
  const inputs = new Map<CacheName, InputValue>();
  const next = new Map<NextCacheName, Value>();
  const memory: Memory = {
    of(name) {
      const old = input(name, 'f32', [B, config.kvHeads, context, config.headDim]);
      inputs.set(name, old);
      return old;
    },
    keep: (name, now) => next.set(`next.${name}`, now),
  };
  const isOne = T === 1 && config.headDim % HEAD_STEP === 0;
  return {
    places,
    sequence: (isOne ? nextToken : severalTokens)(config, shape, places, memory),
    caches: () => ({ inputs: fromEntries(inputs), next: fromEntries(next) }),
  };
}

interface CachedRows {
  readonly batch: number;
  readonly length: number;
  readonly context: number;
}

/** The caches before the new tokens, and with them. */
interface Memory {
  readonly of: (name: CacheName) => Value;
  readonly keep: (name: CacheName, now: Value) => void;
}

/** The runtime’s operation takes heads of a multiple of this many features. */
const HEAD_STEP = 16;

type Places = CachedSequence['places'];

/** Padding is stored in the last place: no row that goes on has reached it. */
function nextToken(
  config: LlamaConfig,
  { batch, context }: CachedRows,
  { slots }: Places,
  memory: Memory,
): Sequence {
  const { heads, kvHeads } = config;
  const positions = reshape(
    where(greater(constant(Int32Array.of(0), []), slots), constant(Int32Array.of(context - 1), []), slots),
    [batch],
  );
  const rope = ropeTables(config, context).keys;
  return {
    batch,
    length: 1,
    attend(layer, fresh) {
      const [keys, values] = cacheNames(layer);
      const cached = { keys: memory.of(keys), values: memory.of(values) };
      const now = groupQueryAttention(fresh, cached, positions, rope, { heads, kvHeads });
      memory.keep(keys, now.keys);
      memory.keep(values, now.values);
      return now.mixed;
    },
  };
}

function severalTokens(
  config: LlamaConfig,
  { batch, length, context }: CachedRows,
  { positions, slots }: Places,
  memory: Memory,
): Sequence {
  const { store, mask } = cacheRules(slots, context);
  const remember = (name: CacheName, fresh: Value): Value => {
    const now = store(memory.of(name), fresh);
    memory.keep(name, now);
    return now;
  };
  return maskedSequence(config, {
    batch,
    length,
    positions,
    rope: ropeTables(config, context),
    attendTo(layer, freshKeys, freshValues) {
      const [keys, values] = cacheNames(layer);
      return { keys: remember(keys, freshKeys), values: remember(values, freshValues), mask };
    },
  });
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
  // writes [B, 1, context, T] is 1 where a new token is stored, keeps [B, 1, context, 1] where none is.
  const writes = cast(equal(slot(1, 1, context, 1), reshape(slots, [B, 1, 1, T])), 'f32');
  const keeps = sub(scalar(1), reduceSum(writes, [3]));
  return { store: (old, fresh) => add(mul(old, keeps), matMul(writes, fresh)), mask };
}
