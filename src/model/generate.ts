/**
 * Generation with a key–value cache: prompts are read many tokens at a time, then all inputs continue in one batch, one
 * token per step, each row with its own variant and position.
 */
import { largest } from '../base/extremes';
import type { AdapterBank } from './adapter-bank';
import { greedy, type ChooseToken } from './choose';
import { fail } from './errors';
import { layRows, pairFeeds, type DecodeRow, type GenerationInput } from './generation-inputs';
import { LayeredReader } from './layered-reader';
import type { Model } from './model';
import { oddsOf, type Odds } from './odds';
import { ResidentReader } from './resident-reader';
import type { DecodeRows, Placed, TokenReader } from './token-reader';
import { WholeReader } from './whole-reader';

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
  const pairs = rows.length > inputs.length ? pairFeeds(inputs, batch, config.vocabSize) : null;
  const reader = await openReader({
    model,
    bank,
    shape: { ...bank.shape(rows.length, 1, rows), context, outputs: pairs && inputs.length },
    rows: bank.rows(rows.length, rows),
    pairs,
  });
  const texts = inputs.map((): number[] => []);
  const done = inputs.map(() => false);
  try {
    await readPrompts(reader, rows, signal);
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
      const next = await reader.next(now); // [W, V]
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
    reader.release();
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

/** By the plan of the model. */
function openReader(batch: DecodeRows): Promise<TokenReader> | TokenReader {
  const { execution, generatesFromCopy } = batch.model;
  if (execution.plan === 'whole') return WholeReader.open(batch);
  return generatesFromCopy ? new ResidentReader(batch) : new LayeredReader(batch);
}

/** Reads all prompts without their last tokens, which the first decoding step reads. */
async function readPrompts(
  reader: TokenReader,
  rows: readonly DecodeRow[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const { stretch } = reader;
  const longest = largest(rows.map(({ prompt }) => prompt.length));
  for (let start = 0; start < longest - 1; start += stretch) {
    signal?.throwIfAborted();
    const tokens = rows.flatMap(({ prompt }) =>
      Array.from({ length: stretch }, (_, i): Placed | null => {
        const id = start + i < prompt.length - 1 ? prompt[start + i] : undefined;
        return id === undefined ? null : { id, position: start + i };
      }),
    );
    await reader.read(tokens);
  }
}

/** Rounds to a few cache sizes, so that few graphs are compiled. */
function contextFor(tokens: number, longest: number): number {
  return Math.min(longest, 16 * Math.ceil(tokens / 16));
}
