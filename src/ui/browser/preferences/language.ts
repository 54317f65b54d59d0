/** The language chosen last time, or the browser's own. */
import { userLanguages } from '../../../base/browser';
import { languages, type Language } from '../../../base/languages';
import { setLanguage } from '../../i18n/i18n.svelte';
import { readPreference, writePreference } from './storage';

export async function chooseLanguage(next: Language): Promise<void> {
  // Saved before its texts are loaded, so that a reload meanwhile keeps the choice.
  writePreference('language', next);
  await setLanguage(next);
}

export async function restoreLanguage(): Promise<void> {
  const wanted = [readPreference('language'), ...userLanguages().map((tag) => tag.slice(0, 2))];
  const found = wanted.flatMap((one) => languages.filter((language) => language === one));
  // If its texts cannot be fetched, the page stays English: the language can be chosen again.
  await setLanguage(found[0] ?? 'en').catch(() => undefined);
}
