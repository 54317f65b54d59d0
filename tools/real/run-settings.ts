/** The settings of a run: a preset for the size of the model, and what differs from it. */
import { sizedPreset, type RunSize, type SizedPreset } from '../../src/methods/preset-by-size';
import { parseSettings, type RunSettings } from '../../src/methods/settings';
import { withChanges } from '../../src/settings/check';

export interface ChosenSettings {
  readonly preset: SizedPreset;
  /** settings that differ from the preset */
  readonly changes: Readonly<Record<string, unknown>>;
}

/** `size`: of the model and its text. @throws LetheError settings/invalid */
export function settingsOf({ preset, changes }: ChosenSettings, size: RunSize): RunSettings {
  return parseSettings(withChanges(sizedPreset(preset, size), changes));
}
