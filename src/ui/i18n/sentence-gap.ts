/** What stands between two sentences. */
import type { Language } from '../../base/languages';
import { language } from './i18n.svelte';

const gaps: Readonly<Record<Language, string>> = { en: ' ', zh: '' };

/** In the language in use. */
export const sentenceGap = (): string => gaps[language()];
