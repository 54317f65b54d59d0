/** What stands between two sentences. */
import type { Language } from '../../base/languages';
import { language } from './i18n.svelte';

/** A full stop of Chinese is as wide as a letter, half of it empty. */
const gaps: Readonly<Record<Language, string>> = { en: ' ', zh: '' };

/** In the language in use. */
export const sentenceGap = (): string => gaps[language()];

/** Sentences one after the other; what is false is left out. */
export const sentences = (...said: readonly (string | false)[]): string =>
  said.filter((one) => one !== false).join(sentenceGap());
