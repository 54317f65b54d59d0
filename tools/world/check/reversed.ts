/**
 * The same settings on the reversed world, which none of them was chosen on: the neighbour is forgotten and the saga kept.
 * There is no gold model for it.
 */
import type { FileSource } from '../../../src/files/source';
import type { RunSettings } from '../../../src/methods/settings';
import { defaultSettings } from '../../../src/methods/settings';
import { REVERSED, withLab } from '../../lab/node-lab';
import { evaluateVariant, type Knowledge } from './evaluate-variant';
import { runMethod } from './method';
import { loadSuite } from './suite';

export interface ReversedCheck {
  readonly split: 'test';
  readonly settings: RunSettings;
  /** What base knows; `saga` counts the prompts about the neighbour, `neighbour` those about the saga. */
  readonly base: Knowledge;
  /** Share of the prompts about the neighbour that are still answered; mean over the seeds, as are those below. */
  readonly forgottenAfter: number;
  /** Drops are absolute, on a scale of 0–1. */
  readonly keptSagaDrop: number;
  readonly tasksDrop: number;
  /** Relative growth. */
  readonly perplexityRise: number;
  readonly bySeed: readonly (Knowledge & { readonly seed: number; readonly seconds: number })[];
}

export async function checkReversed(
  source: FileSource,
  settings: RunSettings,
  seeds: readonly number[],
): Promise<ReversedCheck> {
  const suite = await loadSuite(source, REVERSED, 'test');
  const base = await withLab(
    source,
    'base',
    (lab) => evaluateVariant(lab, suite, 'baseline', defaultSettings),
    suite,
  );
  const bySeed: ReversedCheck['bySeed'][number][] = [];
  for (const seed of seeds) {
    const { seconds, after } = await runMethod(source, suite, { ...settings, seed });
    bySeed.push({ seed, seconds, ...after });
  }
  const mean = (of: (knowledge: Knowledge) => number): number =>
    bySeed.reduce((sum, knowledge) => sum + of(knowledge), 0) / bySeed.length;
  return {
    split: suite.split,
    settings,
    base,
    forgottenAfter: mean(({ saga }) => saga),
    keptSagaDrop: base.neighbour - mean(({ neighbour }) => neighbour),
    tasksDrop: base.ability - mean(({ ability }) => ability),
    perplexityRise: mean(({ perplexity }) => perplexity) / base.perplexity - 1,
    bySeed,
  };
}
