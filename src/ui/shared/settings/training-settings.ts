/** The settings that every training of a method shares, where the page offers them: at the first training. */
import type { SettingName } from '../../../methods/settings';

export const trainingSettings = [
  'blockLength',
  'loraRank',
  'loraLoraAlpha',
  'loraTargets',
] as const satisfies readonly SettingName[];
