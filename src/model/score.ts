/** Teacher-forced likelihood of given texts, and of every other token at each position. */
import { expectGraph, scoreGraph, type ScoreShape, type TextInput } from '../llama/graphs/score';
import { readF32, type Feed, type HostTensor } from '../runtime/device';
import type { AdapterVariant } from './adapter-bank';
import { packRows, packGroup, type PackedToken, type Places, type PackedRow } from './packed-prompts';
import { groupsOf, padRows } from './sequences';
import { adapterVariantsOf, type EvaluatedModel } from './evaluated-model';

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
  const { rows, shape } = lay(evaluated, families, batch);
  const session = await model.session(`score ${JSON.stringify(shape)}`, () =>
    scoreGraph(model.config, shape),
  );
  for (const group of groupsOf(rows, batch)) {
    signal?.throwIfAborted();
    const labels = column(group, batch, shape.length, ({ label }) => Math.max(label, 0));
    const results = await session.run({ ...(await feed(evaluated, group, shape)), labels });
    const [nll, best] = [await readF32(results.nll), await readF32(results.best)];
    for (const tensor of [results.nll, results.best]) tensor.release();
    yield foundIn(group, shape.length, (places) => ({
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
  for await (const scores of scoreFamilies(evaluated, families, batch, signal)) all.push(...scores.flat());
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
  const { rows, shape } = lay(evaluated, families, batch);
  const session = await model.session(`expect ${JSON.stringify(shape)}`, () =>
    expectGraph(model.config, shape),
  );
  for (const group of groupsOf(rows, batch)) {
    signal?.throwIfAborted();
    const results = await session.run(await feed(evaluated, group, shape));
    const logs = await readF32(results.logs);
    results.logs.release();
    // A text alone is one segment: its tokens are contiguous.
    const read = ([from = 0, ...others]: Places) => logs.slice(from * V, (from + others.length + 1) * V);
    yield foundIn(group, shape.length, read).flat();
  }
}

function lay(evaluated: EvaluatedModel, families: readonly (readonly Int32Array[])[], batch: number) {
  const groups = families.map(packGroup);
  const sizes = groups.map(({ tokens }) => tokens.length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const length = inSteps(Math.max(1, Math.min(all, ROW), ...sizes));
  return { rows: packRows(groups, length), shape: shapeOf(evaluated, batch, length) };
}

/** Rounds to a few lengths, so that few graphs are compiled. */
function inSteps(tokens: number): number {
  return 16 * Math.ceil(tokens / 16);
}

function shapeOf(evaluated: EvaluatedModel, batch: number, length: number): ScoreShape {
  const { bank, variantRef } = evaluated;
  const refs = refsBy(evaluated, batch);
  const equation1 = variantRef.variant === 'equation1' ? variantRef.space : null;
  return { ...bank.shape(refs.length, length, refs), equation1 };
}

/** The variant of each row: all rows of the first one, then all of the second if there are two. */
function refsBy(evaluated: EvaluatedModel, batch: number): { readonly variant: AdapterVariant }[] {
  return adapterVariantsOf(evaluated).flatMap((variant) =>
    Array.from({ length: batch }, () => ({ variant })),
  );
}

async function feed(
  evaluated: EvaluatedModel,
  group: readonly PackedRow[],
  { batch, length }: ScoreShape,
): Promise<Record<TextInput, Feed>> {
  const { bank, variantRef } = evaluated;
  const variants = adapterVariantsOf(evaluated);
  const twice = (of: (token: PackedToken) => number): HostTensor =>
    column(variants.map(() => padded(group, batch / variants.length)).flat(), batch, length, of);
  const positions = twice(({ position }) => position);
  return {
    ids: twice(({ id }) => id),
    positions: { ...positions, data: BigInt64Array.from(positions.data, BigInt) },
    segments: twice(({ segment }) => segment),
    prefixes: twice(({ prefix }) => prefix),
    bank: await bank.tensor(),
    rows: bank.rows(batch, refsBy(evaluated, batch / variants.length)),
    alpha: { shape: [1], data: Float32Array.of(variantRef.variant === 'equation1' ? variantRef.alpha : 0) },
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
): HostTensor {
  return padRows(rows.map((row) => Int32Array.from(row?.tokens ?? [], of)), batch, length); // prettier-ignore
}

/** The results of every text of every family, gathered by its indices in the batch. */
function foundIn<R>(group: readonly PackedRow[], length: number, read: (places: Places) => R): R[][] {
  return group.flatMap(({ groups }, b) =>
    groups.map((texts) => texts.map((places) => read(places.map((at) => b * length + at)))),
  );
}
