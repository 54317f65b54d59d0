/** What the browser says of itself, checked before use: not all of them keep to the standards. */

/** Whether `Intl` accepts a language tag. WebKit reports "C" on a system without a language. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The user's languages, most wanted first; there may be none. */
export function userLanguages(): string[] {
  const { language, languages } = globalThis.navigator;
  return [...new Set([...languages, language].filter(isLanguageTag))];
}

/**
 * Makes `navigator.language` a valid tag, for libraries that pass it on to `Intl` unchecked.
 * Call it before they are loaded.
 */
export function correctLanguage(): void {
  if (isLanguageTag(globalThis.navigator.language)) return;
  const value = userLanguages()[0] ?? 'en';
  Object.defineProperty(globalThis.navigator, 'language', { value, configurable: true });
}

/** Number of logical processors, at least 1. Browsers may round it, to tell users apart less easily. */
export function cores(): number {
  const said: unknown = globalThis.navigator.hardwareConcurrency;
  return typeof said === 'number' && Number.isInteger(said) && said >= 1 ? said : 1;
}

/** Bytes used by this origin, and its quota; null if the browser does not say, or says nonsense. */
export async function storageUse(): Promise<{ readonly used: number; readonly most: number } | null> {
  if (!('storage' in globalThis.navigator)) return null;
  const { usage, quota } = await globalThis.navigator.storage.estimate().catch((): StorageEstimate => ({}));
  return isSize(usage) && isSize(quota) ? { used: usage, most: quota } : null;
}

const isSize = (said: unknown): said is number =>
  typeof said === 'number' && Number.isFinite(said) && said >= 0;
