/**
 * The same settings on the reversed world, which none of them was chosen on: the neighbour is forgotten and the saga kept.
 * There is no gold model for it.
 */
import type { FileSource } from '../../../src/files/source';
import { defaultSettings, type RunSettings } from '../../../src/methods/settings';
import { REVERSED, withLab } from '../../lab/node-lab';
import { changesOf, type Changes } from './changes';
import { evaluateVariant, type Knowledge } from './evaluate-variant';
import { runMethod } from './method';
import { loadSuite } from './suite';

export interface ReversedCheck extends Pick<Changes, 'tasksDrop' | 'perplexityRise'> {
  readonly split: 'test';
  readonly settings: RunSettings;
  /** What base knows; `saga` counts the prompts about the neighbour, `neighbour` those about the saga. */
  readonly base: Knowledge;
  /** Share of the prompts about the neighbour that are still answered, and drop of those about the saga. */
  readonly forgottenAfter: Changes['sagaAfter'];
  readonly keptSagaDrop: Changes['neighbourDrop'];
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
  const { sagaAfter, neighbourDrop, tasksDrop, perplexityRise } = changesOf(base, bySeed);
  return {
    split: suite.split,
    settings,
    base,
    forgottenAfter: sagaAfter,
    keptSagaDrop: neighbourDrop,
    tasksDrop,
    perplexityRise,
    bySeed,
  };
}
