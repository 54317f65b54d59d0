/**
 * Generation with a key–value cache: prompts are read many tokens at a time, then all inputs continue in one batch, one
 * token per step, each row with its own variant and position.
 */
import { largest } from '../base/extremes';
import { cacheNames, decodeGraph, prefillGraph, type CachedShape } from '../llama/graphs/decode';
import { fail } from './errors';
import { size } from '../base/shape';
import { readF32, type Feed, type Tensor } from '../runtime/device';
import type { AdapterBank } from './adapter-bank';
import { greedy, type ChooseToken } from './choose';
import type { Model } from './model';
import { oddsOf, type Odds } from './odds';
import { layRows, pairFeeds, type DecodeRow, type GenerationInput } from './generation-inputs';

export interface GenerateSettings {
  /** Most new tokens per input. */
  readonly maxTokens: number;
  /** Generation ends at any of these tokens, which is not part of the text; null: at none. */
  readonly stopAt: readonly number[] | null;
  /** Whether to end the text as generated so far. Default: never */
  readonly isWhole?: (ids: readonly number[]) => boolean;
  /** How the next token is chosen. Default: greedy */
  readonly choose?: ChooseToken;
  /** The logits [V] that an input chooses from, given the rows of all inputs. Default: its own */
  readonly logitsOf?: (input: number, rowOf: (input: number) => Float32Array) => Float32Array;
  /** Least capacity of the cache in tokens, so that several calls share one compiled graph. */
  readonly room?: number;
}

/** One new token of the input with this index. */
export interface Written {
  readonly input: number;
  readonly id: number;
  /** Its probability, and those of the `k` likeliest tokens. */
  readonly odds: (k: number) => Odds;
}

/** Prompt tokens per prefill step. */
const CHUNK = 16;

/**
 * Yields the new tokens of every step, for the inputs that have not ended.
 * @throws LetheError prompt/too-long if a prompt leaves no room in the context of the model
 */
export async function* generate(
  model: Model,
  bank: AdapterBank,
  inputs: readonly GenerationInput[],
  {
    maxTokens,
    stopAt,
    isWhole = () => false,
    choose = greedy,
    logitsOf = (input, rowOf) => rowOf(input),
    room = 0,
  }: GenerateSettings,
  signal?: AbortSignal,
): AsyncGenerator<readonly Written[], void> {
  const { config } = model;
  const batch = layRows(inputs);
  const { rows } = batch;
  const longest = largest(rows.map(({ prompt }) => prompt.length));
  if (longest >= config.context) {
    fail('prompt/too-long', { tokens: `${longest}`, most: `${config.context - 1}` });
  }
  const context = contextFor(Math.max(room, longest + maxTokens), config.context);
  const pairing = rows.length > inputs.length ? pairFeeds(inputs, batch, config.vocabSize) : null;
  const shape = { ...bank.shape(rows.length, 1, rows), context, outputs: pairing && inputs.length };
  const session = await model.session(
    `decode ${JSON.stringify(shape)}`,
    () => decodeGraph(config, shape),
    'tokens',
  );
  const shared = { rows: bank.rows(rows.length, rows), bank: await bank.tensor() };
  const texts = inputs.map((): number[] => []);
  const done = inputs.map(() => false);
  const readToken: ReadTokens = async (caches, token) => {
    const { logits, ...results } = await session.run({
      ...shared,
      ...pairing,
      ...caches,
      ...place(token, 1),
    });
    logits.release();
    return nextCaches(results);
  };
  let caches = model.readsByToken
    ? await readPrompts(model, { ...shape, length: 1 }, rows, readToken, signal)
    : await readPrompts(
        model,
        { ...shape, length: CHUNK },
        rows,
        await prefill(model, shape, shared),
        signal,
      );
  try {
    for (let step = 0; step < maxTokens; step++) {
      signal?.throwIfAborted();
      const now = rows.map(({ prompt, input }): Placed | null => {
        const position = prompt.length - 1 + step;
        const id = texts[input]?.at(-1) ?? prompt.at(-1);
        if (position >= context) done[input] = true;
        return done[input] || id === undefined ? null : { id, position };
      });
      const writing = [...inputs.keys()].filter((w) => !done[w]);
      if (writing.length === 0) break;
      const results = await session.run({ ...shared, ...pairing, ...caches, ...place(now, 1) });
      releaseCaches(caches);
      caches = nextCaches(results);
      const next = await readF32(results.logits); // [W, V]
      results.logits.release();
      const rowOf = (input: number): Float32Array =>
        next.subarray(input * config.vocabSize, (input + 1) * config.vocabSize);
      const written = writing.flatMap((input): Written[] => {
        const row = logitsOf(input, rowOf);
        const id = choose(row, input);
        const text = texts[input] ?? [];
        const isEnd = stopAt?.includes(id) === true;
        if (!isEnd) text.push(id);
        done[input] = isEnd || text.length >= maxTokens || isWhole(text);
        return isEnd ? [] : [{ input, id, odds: (k) => oddsOf(row, id, k) }];
      });
      if (written.length > 0) yield written;
    }
  } finally {
    releaseCaches(caches);
  }
}

/** All new tokens of each input. */
export async function complete(...input: Parameters<typeof generate>): Promise<number[][]> {
  const [, , inputs] = input;
  const texts = inputs.map((): number[] => []);
  for await (const written of generate(...input)) {
    for (const { input, id } of written) texts[input]?.push(id);
  }
  return texts;
}

type Caches = Record<string, Feed>;

/** The caches with one more stretch of the prompts. */
type ReadTokens = (caches: Caches, tokens: readonly (Placed | null)[]) => Promise<Caches>;

/** Reads `CHUNK` tokens of each prompt at a time. */
async function prefill(
  model: Model,
  { batch, context, lora, bank, oneVariant }: CachedShape,
  shared: Readonly<Record<'rows' | 'bank', Feed>>,
): Promise<ReadTokens> {
  const shape = { batch, length: CHUNK, context, lora, bank, oneVariant };
  const session = await model.session(`prefill ${JSON.stringify(shape)}`, () =>
    prefillGraph(model.config, shape),
  );
  return async (caches, tokens) =>
    nextCaches(await session.run({ ...shared, ...caches, ...place(tokens, CHUNK) }));
}

/** The caches of all prompts, without their last tokens, which the first decoding step reads. */
async function readPrompts(
  model: Model,
  { batch, length, context }: CachedShape,
  rows: readonly DecodeRow[],
  read: ReadTokens,
  signal: AbortSignal | undefined,
): Promise<Caches> {
  const longest = largest(rows.map(({ prompt }) => prompt.length));
  let caches = emptyCaches(model, batch, context);
  for (let start = 0; start < longest - 1; start += length) {
    signal?.throwIfAborted();
    const tokens = rows.flatMap(({ prompt }) =>
      Array.from({ length }, (_, i): Placed | null => {
        const id = start + i < prompt.length - 1 ? prompt[start + i] : undefined;
        return id === undefined ? null : { id, position: start + i };
      }),
    );
    const next = await read(caches, tokens);
    releaseCaches(caches);
    caches = next;
  }
  return caches;
}

/** A token and its position in its row. */
interface Placed {
  readonly id: number;
  readonly position: number;
}

/** The tokens as [B, length]; a position without a token is neither stored nor attended to. */
function place(
  tokens: readonly (Placed | null)[],
  length: number,
): Record<'ids' | 'positions' | 'slots', Feed> {
  const shape = [tokens.length / length, length];
  return {
    ids: { shape, data: Int32Array.from(tokens, (one) => one?.id ?? 0) },
    positions: { shape, data: BigInt64Array.from(tokens, (one) => BigInt(one?.position ?? 0)) },
    slots: { shape, data: Int32Array.from(tokens, (one) => one?.position ?? -1) },
  };
}

/** Rounds to a few cache sizes, so that few graphs are compiled. */
function contextFor(tokens: number, longest: number): number {
  return Math.min(longest, 16 * Math.ceil(tokens / 16));
}

function emptyCaches(model: Model, batch: number, context: number): Caches {
  const shape = [batch, model.config.kvHeads, context, model.config.headDim];
  const empty = { shape, data: new Float32Array(size(shape)) };
  return Object.fromEntries(cacheNames(model.config).map((name) => [name, empty]));
}

function nextCaches(results: Readonly<Record<string, Tensor>>): Caches {
  const next = Object.entries(results).filter(([name]) => name.startsWith('next.'));
  return Object.fromEntries(next.map(([name, tensor]) => [name.slice('next.'.length), tensor]));
}

function releaseCaches(caches: Caches): void {
  for (const cache of Object.values(caches)) if ('release' in cache) cache.release();
}
