/** How well passages are predicted: names, memorisation, Min-K and the membership attack, perplexity. */
import { append } from '../../base/append';
import { scoreFamilies, type Score } from '../../model/score';
import type { Aligned } from '../../text/translate';
import { auc } from '../auc';
import { exactMemorisation } from '../exact-memorisation';
import { rowBatch, type EvalContext, type EvalPart } from '../eval-context';
import { extractionStrength } from '../extraction-strength';
import { forgetBlocksOf } from '../forget-blocks';
import {
  bareItem,
  metricResult,
  scoresOf,
  type Entry,
  type MetricResult,
  type Metrics,
} from '../metric-results';
import { mean } from '../mean';
import { minK } from '../min-k';
import { nameProbabilities } from '../names';
import { perplexityOf } from '../perplexity';

/** Tokens of a block that represent it in a list of items. */
const SHOWN = 16;

export const text: EvalPart = {
  count: ({ forgetSet, heldOut, membership }) =>
    forgetBlocksOf(forgetSet).length + heldOut.length + (membership?.heldOut.length ?? 0),
  async *run(context, signal) {
    const forgetBlocks = forgetBlocksOf(context.forgetSet);
    const read = yield* scored(context, forgetBlocks.map(({ original }) => original), signal); // prettier-ignore
    const heldOutScores = yield* scored(context, context.heldOut, signal);
    const perBlock = (of: (score: Score, block: Aligned) => number | null): Entry[] =>
      forgetBlocks.flatMap((block, i) => {
        const one = read[i];
        return one ? [{ item: passage(context, block.original), value: { score: of(one, block) } }] : [];
      });
    const average = (entries: Entry[]): MetricResult => metricResult(mean(scoresOf(entries)), entries);
    const heldOutEntries = heldOutScores.flatMap((one, i): Entry[] => {
      const block = context.heldOut[i];
      return block ? [{ item: passage(context, block), value: { score: perplexityOf([one.nll]) } }] : [];
    });
    return {
      names: metricResult(
        mean(forgetBlocks.flatMap((block, i) => nameProbabilities(block, read[i]?.nll ?? []))),
        perBlock(({ nll }, block) => mean(nameProbabilities(block, nll))),
      ),
      perplexity: metricResult(perplexityOf(heldOutScores.map(({ nll }) => nll)), heldOutEntries),
      exactMemorisation: average(perBlock(({ best }) => exactMemorisation(best, right(best)))),
      extractionStrength: average(perBlock(({ best }) => extractionStrength(best, right(best)))),
      minK: average(perBlock(({ nll }) => minK(nll))),
      ...(yield* membershipAuc(context, forgetBlocks, read, signal)),
    };
  },
};

/** How well Min-K separates blocks of the forget set from held-out text of their kind; nothing without such text. */
async function* membershipAuc(
  context: EvalContext,
  forgetBlocks: readonly Aligned[],
  read: readonly Score[],
  signal: AbortSignal,
): AsyncGenerator<number, Metrics> {
  const { membership, forgetSet } = context;
  if (!membership) return {};
  const surprise = (scores: readonly Score[]): number[] => scores.flatMap(({ nll }) => minK(nll) ?? []);
  const members = new Set(forgetSet.slice(0, membership.members));
  const ofMembers = read.filter((_, i) => {
    const block = forgetBlocks[i];
    return block !== undefined && members.has(block);
  });
  const unseen = yield* scored(context, membership.heldOut, signal);
  return { membershipAuc: metricResult(auc(surprise(ofMembers), surprise(unseen)), []) };
}

/** The scores of blocks; yields how many more are done. */
async function* scored(
  context: EvalContext,
  blocks: readonly Int32Array[],
  signal: AbortSignal,
): AsyncGenerator<number, Score[]> {
  const all: Score[] = [];
  const families = blocks.map((block) => [block]);
  for await (const group of scoreFamilies(context.evaluated, families, rowBatch(context), signal)) {
    append(all, group.flat());
    yield group.length;
  }
  return all;
}

/** `best` if every token is the likeliest. */
const right = (best: Uint8Array): Uint8Array => best.map(() => 1);

function passage({ tokenizer }: EvalContext, block: Int32Array) {
  return bareItem(`${tokenizer.decode(block.subarray(0, SHOWN)).trim()} …`);
}
