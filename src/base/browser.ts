/** What the browser says of itself, checked before use: not all of them keep to the standards. */
import { withLimit } from './abort';
import { limits } from './limits';

/** Whether `Intl` accepts a language tag. WebKit reports "C" on a system without a language. */
function isLanguageTag(tag: unknown): tag is string {
  try {
    return typeof tag === 'string' && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The user's languages, most wanted first; there may be none. */
export function userLanguages(): string[] {
  const { language, languages } = globalThis.navigator as { language: unknown; languages: unknown };
  const listed: readonly unknown[] = Array.isArray(languages) ? languages : [];
  return [...new Set([...listed, language].filter(isLanguageTag))];
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
  const { usage, quota } = await estimate().catch((): StorageEstimate => ({}));
  return isSize(usage) && isSize(quota) ? { used: usage, most: quota } : null;
}

/** Rejects if the browser cannot say, or does not. */
async function estimate(): Promise<StorageEstimate> {
  const late = (): Error => new Error('no answer');
  return withLimit(globalThis.navigator.storage.estimate(), limits.storage, late);
}

const isSize = (said: unknown): said is number =>
  typeof said === 'number' && Number.isFinite(said) && said >= 0;

/** What a model may take where nothing is known of the machine, and at most: a WASM heap cannot be larger. */
const MOST_MEMORY = 4 * 2 ** 30;

/** The least that a browser may report, in GB: anything below is not a size of memory. */
const LEAST_REPORTED = 0.25;

/** Bytes that a model may take: half of the memory that the browser reports, and at most 4 GB. */
export function offeredMemory(): number {
  const said: unknown = 'navigator' in globalThis ? Reflect.get(globalThis.navigator, 'deviceMemory') : null;
  const isPlausible = typeof said === 'number' && said >= LEAST_REPORTED;
  return isPlausible ? Math.min(MOST_MEMORY, said * 2 ** 29) : MOST_MEMORY;
}
