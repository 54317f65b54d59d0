/**
 * Generation through the key–value cache: all prompts go on in one batch, one token a step,
 * each with its own voice and at its own position.
 */
import { cacheNames, decodeGraph, type DecodeInput } from '../llama/graphs/decode';
import { fail } from '../base/errors';
import { size } from '../base/shape';
import { readF32, type Feed, type Session, type Tensor } from '../runtime/device';
import type { DecodeOutput } from '../llama/graphs/decode';
import type { AdapterBank } from './adapter-bank';
import { greedy, type ChooseToken } from './choose';
import type { Model } from './model';
import { voiceRows, type Spoken } from './sequences';

export interface GenerateSettings {
  /** Most tokens to write per prompt. */
  readonly maxTokens: number;
  /** A text ends before this token. */
  readonly stopAt: number | null;
  /** How the next token is picked; greedy by default. */
  readonly choose?: ChooseToken;
}

/** One token written by one row. */
export interface Written {
  readonly row: number;
  readonly id: number;
}

/**
 * Yields the tokens of every step, for the rows that are still writing.
 * @throws LetheError prompt/too-long if a prompt leaves no room in the model's context
 */
export async function* generate(
  model: Model,
  bank: AdapterBank,
  prompts: readonly Spoken[],
  { maxTokens, stopAt, choose = greedy }: GenerateSettings,
  signal?: AbortSignal,
): AsyncGenerator<readonly Written[], void> {
  const { config } = model;
  const batch = prompts.length;
  const longest = Math.max(...prompts.map(({ ids }) => ids.length));
  if (longest >= config.context) {
    fail('prompt/too-long', { tokens: `${longest}`, most: `${config.context - 1}` });
  }
  const context = contextFor(longest + maxTokens, config.context);
  const shape = { ...bank.shape(batch, 1), context };
  const session = await model.session(`decode ${JSON.stringify(shape)}`, () => decodeGraph(config, shape));
  const rows = voiceRows(bank, prompts, batch);
  const texts = prompts.map(({ ids }) => [...ids]);
  const done = prompts.map(() => false);
  let caches = emptyCaches(model, batch, context);
  try {
    for (let position = 0; position < longest + maxTokens - 1 && position < context; position++) {
      signal?.throwIfAborted();
      const now = texts.map((text, row) => (done[row] ? undefined : text[position]));
      if (now.every((id) => id === undefined)) break;
      const results = await stepOnce(session, caches, now, position, { rows, bank: await bank.tensor() });
      releaseCaches(caches);
      caches = nextCaches(results);
      const logits = await readF32(results.logits);
      results.logits.release();
      const written = texts.flatMap((text, row): Written[] => {
        const isPrompt = position + 1 < text.length;
        if (done[row] || isPrompt) return [];
        const id = choose(logits.subarray(row * config.vocabSize, (row + 1) * config.vocabSize));
        const prompt = prompts[row]?.ids.length ?? 0;
        done[row] = id === stopAt || text.length - prompt + 1 >= maxTokens;
        if (id === stopAt) return [];
        text.push(id);
        return [{ row, id }];
      });
      if (written.length > 0) yield written;
    }
  } finally {
    releaseCaches(caches);
  }
}

type Caches = Record<string, Feed>;

/** Whole texts: what each prompt was continued with. */
export async function complete(...input: Parameters<typeof generate>): Promise<number[][]> {
  const [, , prompts] = input;
  const texts = prompts.map((): number[] => []);
  for await (const written of generate(...input)) {
    for (const { row, id } of written) texts[row]?.push(id);
  }
  return texts;
}

/** Few different cache sizes, so that few graphs are compiled. */
function contextFor(tokens: number, longest: number): number {
  return Math.min(longest, 64 * Math.ceil(tokens / 64));
}

async function stepOnce(
  session: Session<DecodeInput, DecodeOutput>,
  caches: Caches,
  ids: readonly (number | undefined)[],
  position: number,
  shared: { readonly rows: Feed; readonly bank: Feed },
): Promise<Record<DecodeOutput, Tensor>> {
  const shape = [ids.length, 1];
  return session.run({
    ids: { shape, data: Int32Array.from(ids, (id) => id ?? 0) },
    positions: { shape, data: BigInt64Array.from(ids, () => BigInt(position)) },
    slots: { shape, data: Int32Array.from(ids, (id) => (id === undefined ? -1 : position)) },
    ...shared,
    ...caches,
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
