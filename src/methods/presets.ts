/** Named settings for the shipped model. */
import { isSame } from '../base/same';
import type { MethodName } from './catalogue';
import { plainSettings, settingsFor, type RunSettings } from './settings';

export const presetNames = ['focused', 'paper + retain', 'paper', 'own text'] as const;
export type PresetName = (typeof presetNames)[number];

/**
 * `paper` trains on generic labels alone, as the paper did, and forbids translations as its released code does.
 * `paper + retain` mixes true text into the last fine-tune, so that what stands near the forget set survives. `focused`,
 * the default, also trains only on the blocks that carry the knowledge, and pushes the true tokens down by unlikelihood.
 * `own text` is for a short text that the model does not know: it reads the text first.
 */
export function preset(name: PresetName): RunSettings {
  switch (name) {
    case 'focused':
      return settingsFor('whp');
    case 'paper + retain':
      return structuredClone(plainSettings);
    case 'paper':
      return {
        ...structuredClone(plainSettings),
        alpha: 5,
        forbidFrom: 'following',
        unlearn: { ...plainSettings.unlearn, retainShare: 0 },
      };
    case 'own text':
      return { ...settingsFor('whp'), readFirst: true };
  }
}

/** The settings with which a text of the user's is unlearned by a method. */
export function ownTextSettings(method: MethodName): RunSettings {
  const ofText = preset('own text');
  if (method === ofText.method) return ofText;
  return { ...settingsFor(method), readFirst: ofText.readFirst, read: ofText.read };
}

/** The preset that these settings are with their seed, or null if they are none. */
export function presetOf(settings: RunSettings): PresetName | null {
  const { seed } = settings;
  return presetNames.find((name) => isSame({ ...preset(name), seed }, settings)) ?? null;
}
