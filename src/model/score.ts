/** Teacher-forced likelihood of given texts, and what else the reader would have expected. */
import { expectGraph, scoreGraph, type ScoreShape } from '../llama/graphs/score';
import { readF32, readIds, type Feed, type HostTensor } from '../runtime/device';
import type { Voice } from './adapter-bank';
import { layFork, type Fork } from './fork';
import { groupsOf, padRows } from './sequences';
import { readersOf, type Subject } from './subject';

/** What a reader made of one text: one entry per token but the first, each given the tokens before it. */
export interface Score {
  /** −ln p of the token */
  readonly nll: Float32Array;
  /** the likeliest token there */
  readonly best: Int32Array;
}

export interface BatchSettings {
  /** texts, or families of texts, read at once */
  readonly batch: number;
  /** T, to which rows are padded; default: the longest, in steps of 16 */
  readonly length?: number;
}

/**
 * Scores every text of every family; the texts of a family are read together, so that a beginning they share is read
 * once. Yields the scores of one batch of families after another, in order; padding is not in them.
 * @throws RangeError if a family's row is longer than `length`
 */
export async function* scoreFamilies(
  subject: Subject,
  families: readonly (readonly Int32Array[])[],
  { batch, length }: BatchSettings,
  signal?: AbortSignal,
): AsyncGenerator<readonly (readonly Score[])[], void> {
  const { model } = subject;
  const forks = families.map(layFork);
  const shape = shapeOf(subject, batch, length ?? roomFor(forks));
  const session = await model.session(`score ${JSON.stringify(shape)}`, () =>
    scoreGraph(model.config, shape),
  );
  for (const group of groupsOf(forks, batch)) {
    signal?.throwIfAborted();
    const rows = group.map(({ labels }) => Int32Array.from(labels, (id) => Math.max(id, 0)));
    const labels = padRows(rows, batch, shape.length);
    const results = await session.run({ ...(await feed(subject, group, shape)), labels });
    const [nll, best] = [await readF32(results.nll), await readIds(results.best)];
    for (const tensor of [results.nll, results.best]) tensor.release();
    yield group.map(({ places }, b) =>
      places.map((at) => ({
        nll: Float32Array.from(at, (i) => nll[b * shape.length + i] ?? Number.NaN),
        best: Int32Array.from(at, (i) => best[b * shape.length + i] ?? -1),
      })),
    );
  }
}

/** Scores of texts that have nothing to do with each other. */
export async function score(
  subject: Subject,
  texts: readonly Int32Array[],
  settings: BatchSettings,
  signal?: AbortSignal,
): Promise<Score[]> {
  const all: Score[] = [];
  const families = texts.map((text) => [text]);
  for await (const scores of scoreFamilies(subject, families, settings, signal)) all.push(...scores.flat());
  return all;
}

/**
 * ln p of every token after each token of every text: yields [n, V] per text of a batch, n its tokens.
 * @throws RangeError if a text is longer than `length`
 */
export async function* expectations(
  subject: Subject,
  texts: readonly Int32Array[],
  { batch, length }: BatchSettings,
  signal?: AbortSignal,
): AsyncGenerator<readonly Float32Array[], void> {
  const { model } = subject;
  const forks = texts.map((text) => layFork([text]));
  const shape = shapeOf(subject, batch, length ?? roomFor(forks));
  const session = await model.session(`expect ${JSON.stringify(shape)}`, () =>
    expectGraph(model.config, shape),
  );
  const row = shape.length * model.config.vocabSize;
  for (const group of groupsOf(forks, batch)) {
    signal?.throwIfAborted();
    const results = await session.run(await feed(subject, group, shape));
    const logs = await readF32(results.logs);
    results.logs.release();
    yield group.map(({ ids }, b) => logs.slice(b * row, b * row + ids.length * model.config.vocabSize));
  }
}

function roomFor(forks: readonly Fork[]): number {
  return 16 * Math.ceil(Math.max(1, ...forks.map(({ ids }) => ids.length)) / 16);
}

function shapeOf(subject: Subject, batch: number, length: number): ScoreShape {
  const { bank, speaking } = subject;
  const rows = rowsOf(subject, batch);
  const equation1 = speaking.voice === 'equation1' ? speaking.space : null;
  return { ...bank.shape(rows.length, length, rows), equation1 };
}

/** Who reads each row: all rows of the first voice, then all of the second if there are two. */
function rowsOf(subject: Subject, batch: number): { readonly voice: Voice }[] {
  return readersOf(subject).flatMap((voice) => Array.from({ length: batch }, () => ({ voice })));
}

async function feed(
  subject: Subject,
  group: readonly Fork[],
  { batch, length }: ScoreShape,
): Promise<Record<'ids' | 'positions' | 'branches' | 'bank' | 'rows' | 'alpha', Feed>> {
  const { bank, speaking } = subject;
  const readers = readersOf(subject).length;
  const missing = Array.from({ length: batch / readers - group.length }, () => []);
  const lay = (of: (fork: Fork) => readonly number[]): HostTensor => {
    const once = [...group.map(of), ...missing].map((row) => Int32Array.from(row));
    return padRows(Array.from({ length: readers }, () => once).flat(), batch, length);
  };
  const positions = lay((fork) => fork.positions);
  return {
    ids: lay((fork) => fork.ids),
    positions: { ...positions, data: BigInt64Array.from(positions.data, BigInt) },
    branches: lay((fork) => fork.branches),
    bank: await bank.tensor(),
    rows: bank.rows(batch, rowsOf(subject, batch / readers)),
    alpha: { shape: [1], data: Float32Array.of(speaking.voice === 'equation1' ? speaking.alpha : 0) },
  };
}
