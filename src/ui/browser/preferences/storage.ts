/** Preferences in local storage. If storage is denied, they last until the page is closed. */
import { SHARED_NAME } from '../../../base/site';
import { site } from '../site';

const PREFIX = `${site}#`;
/** Up to version 0.2, of all copies on this origin. */
const SHARED_PREFIX = `${SHARED_NAME}.`;

export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name) ?? localStorage.getItem(SHARED_PREFIX + name);
  } catch {
    return null; // denied, as in some private windows
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Denied or full: the choice holds until the page is closed.
  }
}

export function forgetPreference(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
    localStorage.removeItem(SHARED_PREFIX + name);
  } catch {
    // Denied: nothing was kept.
  }
}

/** Forgets every preference. */
export function clearPreferences(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) || key.startsWith(SHARED_PREFIX)) localStorage.removeItem(key);
  } catch {
    // Denied: nothing was kept.
  }
}
