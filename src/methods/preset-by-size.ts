/** Settings that fit the size of a model. */
import { isSame } from '../base/same';
import { withChanges } from '../settings/check';
import { preset } from './presets';
import { defaultSettings, parseSettings, plainSettings, type RunSettings } from './settings';

/** The shipped models have 4.4 million parameters; the smallest ones of general use have 100 million. */
const REAL = 30e6;

/** Whether a model of this many parameters is of general use, and so has read about much. */
export const isReal = (parameters: number): boolean => parameters >= REAL;

/**
 * The defaults, which were found for the shipped model, or, for a real model, a twentieth of its learning rate or less, and
 * retain text in half of each batch: at 1e-3, and without retain text, perplexity on other text grew fourfold. Steps, rate and
 * unlikelihood were chosen on the development items of the lesson (docs/results.md).
 */
export function presetFor(parameters: number): RunSettings {
  return isReal(parameters) ? real : defaultSettings;
}

/** Where a run on a model of any size can start from. */
export const sizedPresets = ['default', 'paper'] as const;
export type SizedPreset = (typeof sizedPresets)[number];

/**
 * `default`: as `presetFor`. `paper`: as long and at the rates of that, but otherwise as the paper: generic labels alone, all
 * of one weight, and no retain text.
 */
export function sizedPreset(name: SizedPreset, parameters: number): RunSettings {
  const sized = presetFor(parameters);
  if (name === 'default') return sized;
  const { alpha, forbidFrom, whp, unlearn, ...paper } = preset(name);
  if (!isReal(parameters)) return { ...paper, alpha, forbidFrom, whp, unlearn };
  return {
    ...sized,
    alpha,
    forbidFrom,
    whp,
    unlearn: { ...sized.unlearn, retainShare: unlearn.retainShare },
  };
}

/**
 * Settings that were left as they are for a model of another size, as they are for this one; others as they are. Seed, plan
 * and bits of the weights stay.
 */
export function fittedToSize(settings: RunSettings, parameters: number): RunSettings {
  const { seed, plan, weightBits } = settings;
  const kept = { seed, plan, weightBits };
  const isUntouched = [defaultSettings, real].some((one) => isSame({ ...one, ...kept }, settings));
  return isUntouched ? { ...structuredClone(presetFor(parameters)), ...kept } : settings;
}

const real = parseSettings(
  withChanges(plainSettings, {
    alpha: 5,
    reinforce: { steps: 20, batch: 2, learningRate: 5e-4 },
    unlearn: { steps: 80, batch: 2, learningRate: 3e-4, retainShare: 0.5 },
    whp: { unlikelihood: 0.3, unchangedWeight: 0.2 },
  }),
);
