/** The numbers of a run that the page lets people change: their ranges, and where they are kept. */
import type { RunSettings } from '../../methods/settings';

export interface NumberSetting {
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly get: (settings: RunSettings) => number;
  readonly set: (settings: RunSettings, value: number) => void;
}

export const numberSettings = {
  seed: {
    least: 0,
    most: 999_999,
    step: 1,
    get: (s) => s.seed,
    set: (s, value) => (s.seed = value),
  },
  batch: {
    least: 1,
    most: 32,
    step: 1,
    get: (s) => s.batch,
    set: (s, value) => (s.batch = value),
  },
  rank: {
    least: 1,
    most: 64,
    step: 1,
    get: (s) => s.lora.rank,
    set: (s, value) => (s.lora.rank = value),
  },
  loraAlpha: {
    least: 1,
    most: 128,
    step: 1,
    get: (s) => s.lora.loraAlpha,
    set: (s, value) => (s.lora.loraAlpha = value),
  },
  alpha: {
    least: 0,
    most: 20,
    step: 0.5,
    get: (s) => s.alpha,
    set: (s, value) => (s.alpha = value),
  },
  reinforceSteps: {
    least: 1,
    most: 5000,
    step: 10,
    get: (s) => s.reinforce.steps,
    set: (s, value) => (s.reinforce.steps = value),
  },
  reinforceRate: {
    least: 0,
    most: 0.1,
    step: 0.0005,
    get: (s) => s.reinforce.learningRate,
    set: (s, value) => (s.reinforce.learningRate = value),
  },
  unlearnSteps: {
    least: 1,
    most: 5000,
    step: 10,
    get: (s) => s.unlearn.steps,
    set: (s, value) => (s.unlearn.steps = value),
  },
  unlearnRate: {
    least: 0,
    most: 0.1,
    step: 0.0005,
    get: (s) => s.unlearn.learningRate,
    set: (s, value) => (s.unlearn.learningRate = value),
  },
  retainShare: {
    least: 0,
    most: 0.5,
    step: 0.125,
    get: (s) => s.unlearn.retainShare,
    set: (s, value) => (s.unlearn.retainShare = value),
  },
} as const satisfies Readonly<Record<string, NumberSetting>>;

export type NumberName = keyof typeof numberSettings;
