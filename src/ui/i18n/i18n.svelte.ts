/**
 * The page's words. `t('stage.run')` in a component follows the chosen language without a reload; a key that English
 * lacks, or a text that a translation lacks, is a type error.
 */
import { createInstance } from 'i18next';
import { englishFaults, type AnswerFault } from '../../assist/answer-faults';
import { describeError, type ErrorText } from '../../base/errors';
import type { Language } from '../../base/languages';
import { withMinus } from '../../base/minus';
import { englishErrors, type Plain, type Texts } from '../../lab/error-catalogue';
import { en } from './en';
import type { later } from './en/later';
import type { TextKey } from './text-key';
import type { Translated } from './translated';
import { languageTags, translations } from './translations';

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
/** The texts in the language in use. */
let areas = $state.raw<Translated<typeof en>>(en);
/** Errors in the language in use. */
let errorTexts = $state.raw<Texts>(englishErrors);
/** Faults of answers in the language in use. */
let faultTexts = $state.raw(englishFaults);

/** The language in use. */
export const language = (): Language => current;

/** Shows the page in `next`, once its texts are there. */
export async function setLanguage(next: Language): Promise<void> {
  const translation = next === 'en' ? null : await translations[next]();
  if (translation) texts.addResourceBundle(next, 'translation', translation.texts);
  await texts.changeLanguage(next);
  errorTexts = translation?.errors ?? englishErrors;
  faultTexts = translation?.faults ?? englishFaults;
  areas = translation?.texts ?? en;
  current = next;
  document.documentElement.lang = languageTags[next];
}

/** Adds English texts that come with a part of the page; every other language comes whole. */
export function addEnglish(areas: Partial<typeof later>): void {
  texts.addResourceBundle('en', 'translation', areas, true);
}

/** A text of the page. `values` fill its `{{slots}}`; `count` chooses between one and many. */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return texts.t(key, { ...values, lng: current });
}

/** The texts of an area, for those that are looked up by a name at hand. They have no slots to fill. */
export function textsOf<A extends keyof typeof en>(area: A): Translated<typeof en>[A] {
  return areas[area];
}

/** A number as the reader's language writes it. What is rounded to zero has no sign. */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  const format = new Intl.NumberFormat(languageTags[current], { signDisplay: 'negative', ...options });
  return withMinus(format.format(value)); // in English and Chinese, Intl writes a hyphen
}

/** What to say about an error of the catalogue. */
export function errorText(plain: Plain): ErrorText {
  return describeError(errorTexts, plain);
}

/** What is wrong with a model’s answer; a phrase. */
export function faultText(fault: AnswerFault): string {
  return describeError(faultTexts, fault);
}
