/** What generation asks of the code that reads its tokens: by one graph, or layer by layer. Each keeps the caches. */
import { size, type Shape } from '../base/shape';
import type { PairInput } from '../llama/graphs/pairs';
import type { DecodeShape } from '../llama/graphs/decode';
import type { Feed, HostTensor, Tensor } from '../runtime/device';
import type { AdapterBank } from './adapter-bank';
import type { Model } from './model';

/** A token and its position in its row. */
export interface Placed {
  readonly id: number;
  readonly position: number;
}

/** Tokens of each row, row by row; null: none, which is neither stored nor attended to. */
export type PlacedTokens = readonly (Placed | null)[];

export interface TokenReader {
  /** Tokens of each row that `read` takes at a time. */
  readonly stretch: number;
  /** Reads `stretch` tokens of each row, [B, stretch]. */
  read(tokens: PlacedTokens): Promise<void>;
  /** Reads one token of each row, [B]: the logits that follow, [W, V], or [B, V] without pairs. */
  next(tokens: PlacedTokens): Promise<Float32Array>;
  release(): void;
}

/** The rows of a batch, which variant reads each, and which of them equation 1 combines. */
export interface DecodeRows {
  readonly model: Model;
  readonly bank: AdapterBank;
  readonly shape: Omit<DecodeShape, 'adapters'>;
  /** the bank row of each row of the batch */
  readonly rows: HostTensor;
  readonly pairs: Readonly<Record<PairInput, HostTensor>> | null;
}

/** Prompt tokens per row that are read at a time. */
export const STRETCH = 16;

/** The tokens as [B, length]. */
export function place(
  tokens: PlacedTokens,
  length: number,
): Record<'ids' | 'positions' | 'slots', HostTensor> {
  const shape = [tokens.length / length, length];
  return {
    ids: { shape, data: Int32Array.from(tokens, (one) => one?.id ?? 0) },
    positions: { shape, data: BigInt64Array.from(tokens, (one) => BigInt(one?.position ?? 0)) },
    slots: { shape, data: Int32Array.from(tokens, (one) => one?.position ?? -1) },
  };
}

/** What the attention of a layer remembers, [B, kv, context, d] each. */
export interface LayerCaches {
  readonly keys: Feed;
  readonly values: Feed;
}

/** Those of each layer of a model that has read nothing. */
export function emptyCaches({ model, shape }: Pick<DecodeRows, 'model' | 'shape'>): LayerCaches[] {
  const { layers, kvHeads, headDim } = model.config;
  const cache: Shape = [shape.batch, kvHeads, shape.context, headDim];
  const empty: HostTensor = { shape: cache, data: new Float32Array(size(cache)) };
  return Array.from({ length: layers }, () => ({ keys: empty, values: empty }));
}

export function releaseFeed(feed: Feed): void {
  if (isOnDevice(feed)) feed.release();
}

const isOnDevice = (feed: Feed): feed is Tensor => 'release' in feed;
