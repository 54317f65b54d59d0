/** A preset over three seeds: what is forgotten, at what cost, and in what time. */
import type { FileSource } from '../../../src/files/source';
import { preset, type PresetName } from '../../../src/methods/presets';
import { tokensTrained } from '../../../src/methods/settings';
import { changesOf, type Changes } from './changes';
import { chromiumSeconds } from './chromium-seconds';
import type { Knowledge } from './evaluate-variant';
import { runMethod } from './method';
import type { Suite } from './suite';

export interface PresetCheck extends Changes {
  /** Reinforce + label + unlearn in Chromium on WASM. */
  readonly seconds: number;
  readonly secondsByStage: Readonly<Record<string, number>>;
  /** Tokens that the two trainings read. */
  readonly tokens: number;
  readonly sagaBefore: number;
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
  const secondsByStage = await chromiumSeconds(name);
  return {
    seconds: Object.values(secondsByStage).reduce((a, b) => a + b, 0),
    secondsByStage,
    tokens: tokensTrained(settings),
    sagaBefore: before.saga,
    ...changesOf(before, bySeed),
    bySeed,
  };
}
