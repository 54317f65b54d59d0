/** Translations as people write them into one line. */

/** Parted by semicolons (also full-width ones) or bars; commas belong to a translation. Empty ones are left out. */
export function splitTranslations(written: string): string[] {
  const parts = written.split(/[;；|]/u).map((part) => part.trim().replace(/\s+/gu, ' '));
  return [...new Set(parts.filter((part) => part !== ''))];
}
