/** Light, dark, or as the system: `data-theme` on the root decides which side of `light-dark()` counts. */
import { readPreference, writePreference } from './storage';

export const themes = ['system', 'light', 'dark'] as const;
export type ColourTheme = (typeof themes)[number];

let current = $state<ColourTheme>('system');

/** The theme in use. */
export const theme = (): ColourTheme => current;

export function setTheme(next: ColourTheme): void {
  current = next;
  document.documentElement.dataset.theme = next;
  writePreference('theme', next);
}

/** The theme chosen last time. */
export function restoreTheme(): void {
  const kept = readPreference('theme');
  setTheme(themes.find((one) => one === kept) ?? 'system');
}
