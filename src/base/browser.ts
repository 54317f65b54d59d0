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

/** What a model may take where nothing is known of the machine, and at most: a WASM heap cannot be larger. */
const MOST_MEMORY = 4 * 2 ** 30;

/** Bytes that a model may take: half of the memory that the browser reports, and at most 4 GB. */
export function offeredMemory(): number {
  const said: unknown = 'navigator' in globalThis ? Reflect.get(globalThis.navigator, 'deviceMemory') : null;
  return typeof said === 'number' && said > 0 ? Math.min(MOST_MEMORY, said * 2 ** 29) : MOST_MEMORY;
}
