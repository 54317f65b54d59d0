/**
 * Generation through the key–value cache: all writers go on in one batch, one token a step,
 * each row with its own voice and at its own position.
 */
import { cacheNames, decodeGraph, type DecodeInput } from '../llama/graphs/decode';
import { fail } from '../base/errors';
import { size } from '../base/shape';
import { readF32, type Feed, type Session, type Tensor } from '../runtime/device';
import type { DecodeOutput } from '../llama/graphs/decode';
import type { AdapterBank } from './adapter-bank';
import { greedy, type ChooseToken } from './choose';
import type { Model } from './model';
import { voiceRows } from './sequences';
import { layRows, pairFeeds, type Writer } from './writers';

export interface GenerateSettings {
  /** Most tokens to write per writer. */
  readonly maxTokens: number;
  /** A text ends before this token. */
  readonly stopAt: number | null;
  /** How the next token is picked; greedy by default. */
  readonly choose?: ChooseToken;
}

/** One token of one writer, by its place in the list. */
export interface Written {
  readonly writer: number;
  readonly id: number;
}

/**
 * Yields the tokens of every step, for the writers that are still writing.
 * @throws LetheError prompt/too-long if a prompt leaves no room in the model's context
 */
export async function* generate(
  model: Model,
  bank: AdapterBank,
  writers: readonly Writer[],
  { maxTokens, stopAt, choose = greedy }: GenerateSettings,
  signal?: AbortSignal,
): AsyncGenerator<readonly Written[], void> {
  const { config } = model;
  const batch = layRows(writers);
  const { rows, pairs } = batch;
  const longest = Math.max(...rows.map(({ prompt }) => prompt.length));
  if (longest >= config.context) {
    fail('prompt/too-long', { tokens: `${longest}`, most: `${config.context - 1}` });
  }
  const context = contextFor(longest + maxTokens, config.context);
  const pairing = rows.length > writers.length ? pairFeeds(writers, batch, config.vocabSize) : null;
  const shape = { ...bank.shape(rows.length, 1), context, writers: pairing && writers.length };
  const session = await model.session(`decode ${JSON.stringify(shape)}`, () => decodeGraph(config, shape));
  const spoken = voiceRows(bank, rows, rows.length);
  const texts = writers.map((): number[] => []);
  const done = writers.map(() => false);
  let caches = emptyCaches(model, rows.length, context);
  try {
    for (let step = 0; step < longest + maxTokens - 1 && step < context; step++) {
      signal?.throwIfAborted();
      const now = rows.map(({ prompt, delay, writer }): Placed | null => {
        const position = step - delay;
        const id = position < prompt.length ? prompt[position] : texts[writer]?.[position - prompt.length];
        return done[writer] || id === undefined ? null : { id, position };
      });
      if (now.every((one) => one === null)) break;
      const shared = { rows: spoken, bank: await bank.tensor(), ...pairing?.() };
      const results = await stepOnce(session, { ...shared, ...caches }, now);
      releaseCaches(caches);
      caches = nextCaches(results);
      const writing = [...writers.keys()].filter((w) => !done[w] && step >= (pairs[w]?.start ?? 0));
      const next = writing.length > 0 ? await readF32(results.logits) : null; // [W, V]
      results.logits.release();
      if (!next) continue; // all are still reading their prompts
      const written = writing.flatMap((writer): Written[] => {
        const id = choose(next.subarray(writer * config.vocabSize, (writer + 1) * config.vocabSize));
        const text = texts[writer] ?? [];
        done[writer] = id === stopAt || text.length + 1 >= maxTokens;
        if (id === stopAt) return [];
        text.push(id);
        return [{ writer, id }];
      });
      if (written.length > 0) yield written;
    }
  } finally {
    releaseCaches(caches);
  }
}

/** A token and its place in its row. */
interface Placed {
  readonly id: number;
  readonly position: number;
}

type Caches = Record<string, Feed>;

/** Whole texts: what each writer went on with. */
export async function complete(...input: Parameters<typeof generate>): Promise<number[][]> {
  const [, , writers] = input;
  const texts = writers.map((): number[] => []);
  for await (const written of generate(...input)) {
    for (const { writer, id } of written) texts[writer]?.push(id);
  }
  return texts;
}

/** Few different cache sizes, so that few graphs are compiled. */
function contextFor(tokens: number, longest: number): number {
  return Math.min(longest, 64 * Math.ceil(tokens / 64));
}

/** One token per row; a row without one neither stores nor sees anything. */
async function stepOnce(
  session: Session<DecodeInput, DecodeOutput>,
  feeds: Readonly<Record<string, Feed>>,
  now: readonly (Placed | null)[],
): Promise<Record<DecodeOutput, Tensor>> {
  const shape = [now.length, 1];
  return session.run({
    ids: { shape, data: Int32Array.from(now, (one) => one?.id ?? 0) },
    positions: { shape, data: BigInt64Array.from(now, (one) => BigInt(one?.position ?? 0)) },
    slots: { shape, data: Int32Array.from(now, (one) => one?.position ?? -1) },
    ...feeds,
  });
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
