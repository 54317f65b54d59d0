/**
 * The page's words. `t('stage.run')` in a component follows the chosen language without a reload; a key that English
 * lacks, or a text that Chinese lacks, is a type error.
 */
import { createInstance, type ParseKeys } from 'i18next';
import type { Language } from '../../base/languages';
import { describeError, type ErrorText, type ErrorTexts, type PlainError } from '../../base/errors';
import { en } from './en';

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' };
/** What `<html lang>` and `Intl` call it. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

const texts = createInstance();
void texts.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  initAsync: false,
  // Svelte escapes what it prints.
  interpolation: { escapeValue: false },
});

let current = $state<Language>('en');
/** Errors in the language in use; English ones are in their catalogue. */
let errorTexts = $state.raw<ErrorTexts | undefined>();

/** The language in use. */
export const language = (): Language => current;

/** Shows the page in `next`; other texts than English are fetched at the first use. */
export async function setLanguage(next: Language): Promise<void> {
  const chinese = next === 'zh' ? await import('./zh') : null;
  if (chinese) texts.addResourceBundle('zh', 'translation', chinese.zh);
  await texts.changeLanguage(next);
  errorTexts = chinese?.errors;
  current = next;
  document.documentElement.lang = languageTags[next];
}

/** A text of the page. `values` fill its `{{slots}}`; `count` chooses between one and many. */
export function t(key: ParseKeys, values: Readonly<Record<string, string | number>> = {}): string {
  return texts.t(key, { ...values, lng: current });
}

/** A number as the reader's language writes it. */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(languageTags[current], options).format(value);
}

/** What to say about an error of the catalogue. */
export function errorText(plain: PlainError): ErrorText {
  return describeError(plain, errorTexts);
}
