/** The settings of a run: a preset for the size of the model, and what differs from it. */
import { sizedPreset, type SizedPreset } from '../../src/methods/preset-by-size';
import { parseSettings, type RunSettings } from '../../src/methods/settings';
import { withChanges } from '../../src/settings/check';

export interface ChosenSettings {
  readonly preset: SizedPreset;
  /** settings that differ from the preset */
  readonly changes: Readonly<Record<string, unknown>>;
}

/** `parameters`: how many the model has. @throws LetheError settings/invalid */
export function settingsOf({ preset, changes }: ChosenSettings, parameters: number): RunSettings {
  return parseSettings(withChanges(sizedPreset(preset, parameters), changes));
}
