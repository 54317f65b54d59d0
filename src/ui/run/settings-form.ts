/** What every form of settings shows and reports. */
import type { RunSettings } from '../../methods/settings';

export interface SettingsForm {
  readonly settings: RunSettings;
  readonly disabled: boolean;
  /** Called with all settings, one of them changed. */
  readonly onchange: (settings: RunSettings) => void;
}
