/** The two presets over three seeds: what is forgotten, at what cost, and in what time. */
import type { FileSource } from '../../../src/files/source';
import { preset, type PresetName } from '../../../src/methods/presets';
import { tokensTrained } from '../../../src/methods/settings';
import { chromiumSeconds } from './chromium-seconds';
import type { Knowledge } from './evaluate-variant';
import { runMethod } from './method';
import type { Suite } from './suite';

export interface PresetCheck {
  /** Reinforce + label + unlearn in Chromium on WASM. */
  readonly seconds: number;
  readonly secondsByStage: Readonly<Record<string, number>>;
  /** Tokens that the two trainings read. */
  readonly tokens: number;
  readonly sagaBefore: number;
  /** Means over the seeds; drops are absolute, on a scale of 0–1. */
  readonly sagaAfter: number;
  readonly sayingsAfter: number;
  readonly tasksDrop: number;
  readonly neighbourDrop: number;
  /** Relative growth. */
  readonly perplexityRise: number;
  readonly bySeed: readonly (Knowledge & { readonly seed: number })[];
}

const SEEDS = [1, 2, 3];

export async function checkPreset(
  source: FileSource,
  suite: Suite,
  name: PresetName,
  before: Knowledge,
): Promise<PresetCheck> {
  const settings = preset(name);
  const bySeed: PresetCheck['bySeed'][number][] = [];
  for (const seed of SEEDS) {
    const { after } = await runMethod(source, suite, { ...settings, seed });
    bySeed.push({ seed, ...after });
  }
  const mean = (of: (knowledge: Knowledge) => number): number =>
    bySeed.reduce((sum, knowledge) => sum + of(knowledge), 0) / bySeed.length;
  const secondsByStage = await chromiumSeconds(name);
  return {
    seconds: Object.values(secondsByStage).reduce((a, b) => a + b, 0),
    secondsByStage,
    tokens: tokensTrained(settings),
    sagaBefore: before.saga,
    sagaAfter: mean(({ saga }) => saga),
    sayingsAfter: mean(({ sayings }) => sayings),
    tasksDrop: before.ability - mean(({ ability }) => ability),
    neighbourDrop: before.neighbour - mean(({ neighbour }) => neighbour),
    perplexityRise: mean(({ perplexity }) => perplexity) / before.perplexity - 1,
    bySeed,
  };
}
