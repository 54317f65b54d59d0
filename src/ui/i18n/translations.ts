/** Where the texts of each language are. English comes with the page; the others are fetched at their first use. */
import type { FaultTexts } from '../../assist/answer-faults';
import type { Language } from '../../base/languages';
import { once } from '../../base/once';
import type { Texts } from '../../lab/error-catalogue';
import type { English } from './en/later';
import type { Translated } from './translated';

interface Translation {
  readonly texts: Translated<English>;
  readonly errors: Texts;
  readonly faults: FaultTexts;
}

/** One loader for each language besides English: a language without its texts does not compile. */
export type Translations<L extends string> = Readonly<Record<Exclude<L, 'en'>, () => Promise<Translation>>>;

export const translations: Translations<Language> = {
  zh: once(() => import('./zh')),
};

/** The name of each language in that language. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' };

/** BCP 47 tags for `<html lang>` and `Intl`. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };
