/** Teacher-forced likelihood of given texts, and of every other token at each position. */
import { largest } from '../base/extremes';
import { append } from '../base/append';
import { expectGraph, scoreGraph, type ReaderInput, type ScoreShape } from '../llama/graphs/score';
import type { TextShape } from '../llama/graphs/text';
import { readF32, type Feed, type HostTensor } from '../runtime/device';
import type { AdapterVariant } from './adapter-bank';
import { chunkSize, chunkStarts, rowsFrom } from './chunks';
import { adapterVariantsOf, type EvaluatedModel } from './evaluated-model';
import { hiddenStates, type TextFeeds } from './hidden';
import { packRows, packGroup, type PackedToken, type Places, type PackedRow } from './packed-prompts';
import { groupsOf, padRows } from './sequences';

/** The scores of one text: one entry per token except the first, each given the tokens before it. */
export interface Score {
  /** −ln p of the token */
  readonly nll: Float32Array;
  /** 1 where no other token is likelier, else 0 */
  readonly best: Uint8Array;
}

/** Tokens per row, into which texts are packed; only a longer text makes longer rows. */
const ROW = 128;

/**
 * Scores every text of every family. The texts of a family are packed together, so that a prefix that they share is read
 * once. Yields the scores of a few families at a time, in order; `batch`: rows per step.
 */
export async function* scoreFamilies(
  evaluated: EvaluatedModel,
  families: readonly (readonly Int32Array[])[],
  batch: number,
  signal?: AbortSignal,
): AsyncGenerator<readonly (readonly Score[])[], void> {
  const { model } = evaluated;
  const { rows, text } = lay(evaluated, families, batch);
  const shape = readerShape(evaluated, text, batch);
  const session = await model.session(`score ${JSON.stringify(shape)}`, () =>
    scoreGraph(model.config, shape),
  );
  for (const group of groupsOf(rows, batch)) {
    signal?.throwIfAborted();
    const labels = column(group, batch, text.length, ({ label }) => label, -1).data;
    const nll = new Float32Array(labels.length).fill(Number.NaN);
    const best = new Uint8Array(labels.length);
    const scored = [...labels.keys()].filter((at) => (labels[at] ?? -1) >= 0);
    for await (const { positions, feeds } of chunks(evaluated, group, text, shape, scored)) {
      const data = new Int32Array(shape.chunk);
      positions.forEach((at, i) => (data[i] = labels[at] ?? 0));
      const results = await session.run({ ...feeds, labels: { shape: [shape.chunk, 1], data } });
      const [lost, top] = [await readF32(results.nll), await readF32(results.best)];
      for (const tensor of [results.nll, results.best]) tensor.release();
      positions.forEach((at, i) => {
        nll[at] = lost[i] ?? Number.NaN;
        best[at] = top[i] ?? 0;
      });
    }
    yield foundIn(group, text.length, (places) => ({
      nll: Float32Array.from(places.slice(0, -1), (at) => nll[at] ?? Number.NaN),
      best: Uint8Array.from(places.slice(0, -1), (at) => best[at] ?? 0),
    }));
  }
}

/** The scores of texts that share no prefix. */
export async function score(
  evaluated: EvaluatedModel,
  texts: readonly Int32Array[],
  batch: number,
  signal?: AbortSignal,
): Promise<Score[]> {
  const all: Score[] = [];
  const families = texts.map((text) => [text]);
  for await (const scores of scoreFamilies(evaluated, families, batch, signal)) append(all, scores.flat());
  return all;
}

/** ln p of every possible next token: yields [n, V] for each text of n tokens, a few texts at a time. */
export async function* expectations(
  evaluated: EvaluatedModel,
  texts: readonly Int32Array[],
  batch: number,
  signal?: AbortSignal,
): AsyncGenerator<readonly Float32Array[], void> {
  const { model } = evaluated;
  const V = model.config.vocabSize;
  const families = texts.map((text) => [text]);
  const { rows, text } = lay(evaluated, families, batch);
  const shape = readerShape(evaluated, text, batch);
  const session = await model.session(`expect ${JSON.stringify(shape)}`, () =>
    expectGraph(model.config, shape),
  );
  for (const group of groupsOf(rows, batch)) {
    signal?.throwIfAborted();
    const found = foundIn(group, text.length, (places) => ({
      places,
      logs: new Float32Array(places.length * V),
    })).flat();
    const all = found.flatMap(({ places }) => places);
    const into = new Map(
      found.flatMap(({ places, logs }) =>
        places.map((at, i) => [at, logs.subarray(i * V, (i + 1) * V)] as const),
      ),
    );
    for await (const { positions, feeds } of chunks(evaluated, group, text, shape, all)) {
      const { logs } = await session.run(feeds);
      const numbers = await readF32(logs);
      logs.release();
      positions.forEach((at, i) => into.get(at)?.set(numbers.subarray(i * V, (i + 1) * V)));
    }
    yield found.map(({ logs }) => logs);
  }
}

/** Positions of a group of rows, a chunk at a time, with what the graph that reads their logits is fed. */
async function* chunks(
  evaluated: EvaluatedModel,
  group: readonly PackedRow[],
  text: TextShape,
  { positions: N, chunk, equation1 }: ScoreShape,
  wanted: readonly number[],
): AsyncGenerator<{ readonly positions: readonly number[]; readonly feeds: Record<ReaderInput, Feed> }> {
  const { model, bank, variantRef } = evaluated;
  const hidden = await hiddenStates(model, bank, text, feed(evaluated, group, text));
  const alpha = Float32Array.of(variantRef.variant === 'equation1' ? variantRef.alpha : 0);
  // The rows that the reinforced variant read come after all those of the baseline.
  const second = equation1 === null ? 0 : N / 2;
  try {
    for (const start of chunkStarts(wanted.length, chunk)) {
      const at = rowsFrom(Int32Array.from(wanted), start, chunk, 1);
      yield {
        positions: wanted.slice(start, start + chunk),
        feeds: {
          hidden,
          at: { shape: [chunk], data: at },
          reinforcedAt: { shape: [chunk], data: at.map((row) => row + second) },
          alpha: { shape: [1], data: alpha },
        },
      };
    }
  } finally {
    hidden.release();
  }
}

function lay(evaluated: EvaluatedModel, families: readonly (readonly Int32Array[])[], batch: number) {
  const groups = families.map(packGroup);
  const sizes = groups.map(({ tokens }) => tokens.length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const length = inSteps(largest(sizes, Math.max(1, Math.min(all, ROW))));
  const refs = refsBy(evaluated, batch);
  const text = { ...evaluated.bank.shape(refs.length, length, refs), isPacked: true };
  return { rows: packRows(groups, length), text };
}

/** Rounds to a few lengths, so that few graphs are compiled. */
function inSteps(tokens: number): number {
  return 16 * Math.ceil(tokens / 16);
}

/** The shape of the graphs that read the logits of `batch` rows. */
function readerShape({ model, variantRef }: EvaluatedModel, text: TextShape, batch: number): ScoreShape {
  return {
    positions: text.batch * text.length,
    chunk: chunkSize(model, batch * text.length),
    equation1: variantRef.variant === 'equation1' ? variantRef.space : null,
  };
}

/** The variant of each row: all rows of the first one, then all of the second if there are two. */
function refsBy(evaluated: EvaluatedModel, batch: number): { readonly variant: AdapterVariant }[] {
  return adapterVariantsOf(evaluated).flatMap((variant) =>
    Array.from({ length: batch }, () => ({ variant })),
  );
}

function feed(
  evaluated: EvaluatedModel,
  group: readonly PackedRow[],
  { batch, length }: TextShape,
): TextFeeds {
  const variants = adapterVariantsOf(evaluated);
  const twice = (of: (token: PackedToken) => number): HostTensor =>
    column(variants.map(() => padded(group, batch / variants.length)).flat(), batch, length, of);
  const positions = twice(({ position }) => position);
  return {
    ids: twice(({ id }) => id),
    positions: { ...positions, data: BigInt64Array.from(positions.data, BigInt) },
    segments: twice(({ segment }) => segment),
    prefixes: twice(({ prefix }) => prefix),
    rows: evaluated.bank.rows(batch, refsBy(evaluated, batch / variants.length)),
  };
}

const padded = (group: readonly PackedRow[], batch: number): (PackedRow | null)[] =>
  Array.from({ length: batch }, (_, b) => group[b] ?? null);

/** One number per token, i32 [B, T]. Padding comes last, where no token attends to it. */
function column(
  rows: readonly (PackedRow | null)[],
  batch: number,
  length: number,
  of: (token: PackedToken) => number,
  padding = 0,
): ReturnType<typeof padRows> {
  return padRows(rows.map((row) => Int32Array.from(row?.tokens ?? [], of)), batch, length, padding); // prettier-ignore
}

/** The results of every text of every family, gathered by its indices in the batch. */
function foundIn<R>(group: readonly PackedRow[], length: number, read: (places: Places) => R): R[][] {
  return group.flatMap(({ groups }, b) =>
    groups.map((texts) => texts.map((places) => read(places.map((at) => b * length + at)))),
  );
}
