/** Translations in a single input line. */

/** Separated by semicolons (also full-width) or bars; commas are part of a translation. Empty ones are dropped. */
export function splitTranslations(written: string): string[] {
  const parts = written.split(/[;；|]/u).map((part) => part.trim().replace(/\s+/gu, ' '));
  return [...new Set(parts.filter((part) => part !== ''))];
}
