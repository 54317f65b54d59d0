/** Named settings for the shipped model. */
import { defaultSettings, type RunSettings } from './settings';

export const presetNames = ['paper + retain', 'paper'] as const;
export type PresetName = (typeof presetNames)[number];

/**
 * `paper + retain` mixes true text into the last fine-tune, so that what stands near the forget set survives; `paper`
 * trains on generic labels alone, as the paper did.
 */
export function preset(name: PresetName): RunSettings {
  const settings = structuredClone(defaultSettings);
  if (name === 'paper') settings.unlearn.retainShare = 0;
  return settings;
}
