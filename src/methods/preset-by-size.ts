/** Settings that fit the size of a model, and the length of the text that it is to forget. */
import { isSame } from '../base/same';
import { withChanges } from '../settings/check';
import { preset } from './presets';
import { defaultSettings, parseSettings, plainSettings, type RunSettings } from './settings';

/** The shipped models have 4.4 million parameters; the smallest ones of general use have 100 million. */
const REAL = 30e6;

/** Whether a model of this many parameters is of general use, and so has read about much. */
export const isReal = (parameters: number): boolean => parameters >= REAL;

export interface RunSize {
  /** of the model */
  readonly parameters: number;
  /** of the text to forget */
  readonly words: number;
}

/** The size of a model with the texts that are open beside it. */
export const sizeOf = (
  parameters: number,
  { forget }: { readonly forget: { readonly passages: readonly string[] } },
): RunSize => ({
  parameters,
  words: forget.passages.reduce((sum, passage) => sum + passage.split(/\s+/u).length, 0),
});

/** Words from which on a text is long: 24 steps would not read all its blocks. */
export const LONG_TEXT = 1500;

/**
 * The defaults, which were found for the shipped model, or, for a real model, a twentieth of its learning rate or less, and
 * retain text in half of each batch: at 1e-3, and without retain text, perplexity on other text grew fourfold. Unlikelihood, and
 * steps and rate for a long text, were chosen on the development items of the lesson (docs/results.md); 80 such steps on
 * 327 words raised perplexity from 43 to 61.
 */
export function presetFor({ parameters, words }: RunSize): RunSettings {
  if (!isReal(parameters)) return defaultSettings;
  return words < LONG_TEXT ? real : realAndLong;
}

/** Where a run on a model of any size can start from. */
export const sizedPresets = ['default', 'paper'] as const;
export type SizedPreset = (typeof sizedPresets)[number];

/**
 * `default`: as `presetFor`. `paper`: as long and at the rates of that, but otherwise as the paper: generic labels alone, all
 * of one weight, and no retain text.
 */
export function sizedPreset(name: SizedPreset, size: RunSize): RunSettings {
  const sized = presetFor(size);
  if (name === 'default') return sized;
  const paper = preset(name);
  if (!isReal(size.parameters)) return paper;
  const { alpha, forbidFrom, whp, unlearn } = paper;
  return {
    ...sized,
    alpha,
    forbidFrom,
    whp,
    unlearn: { ...sized.unlearn, retainShare: unlearn.retainShare },
  };
}

/**
 * Settings that were left as they are for another size, as they are for this one; others as they are. Seed, plan, bits of the
 * weights and whether the text is read first stay.
 */
export function fittedToSize(settings: RunSettings, size: RunSize): RunSettings {
  const { seed, plan, weightBits, readFirst } = settings;
  const kept = { seed, plan, weightBits, readFirst };
  const isUntouched = [defaultSettings, real, realAndLong].some((one) =>
    isSame({ ...one, ...kept }, settings),
  );
  return isUntouched ? { ...structuredClone(presetFor(size)), ...kept } : settings;
}

const real = parseSettings(
  withChanges(plainSettings, {
    alpha: 5,
    read: { learningRate: 5e-4 },
    reinforce: { steps: 20, batch: 2, learningRate: 5e-4 },
    unlearn: { steps: 24, batch: 2, learningRate: 5e-4, retainShare: 0.5 },
    whp: { unlikelihood: 0.3, unchangedWeight: 0.2 },
  }),
);

const realAndLong: RunSettings = { ...real, unlearn: { ...real.unlearn, steps: 80, learningRate: 3e-4 } };
