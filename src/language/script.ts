/** Which language a text is probably in, by the script of its letters and its most common words. */

const languageGuesses = [
  'english',
  'latin',
  'chinese',
  'japanese',
  'korean',
  'cyrillic',
  'greek',
  'arabic',
  'hebrew',
  'devanagari',
  'unknown',
] as const;
/** `latin` is any language in Latin letters but English. */
export type LanguageGuess = (typeof languageGuesses)[number];

const scripts = [
  ['latin', /\p{Script=Latin}/gu],
  ['chinese', /\p{Script=Han}/gu],
  ['japanese', /\p{Script=Hiragana}|\p{Script=Katakana}/gu],
  ['korean', /\p{Script=Hangul}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
] as const satisfies readonly (readonly [LanguageGuess, RegExp])[];

/** Words that hold English sentences together, rare in other languages of this script. */
const english = /\b(?:the|and|of|that|was|with|his|she|they|were|this|have|from|which)\b/giu;
/** Share of all words; English prose has about a fifth, and German or French far below a hundredth. */
const ENGLISH_SHARE = 0.06;
/** Share of the letters that are kana: Japanese writes Han characters too. */
const KANA_SHARE = 0.1;
/** Characters that are looked at. */
const SAMPLE = 20_000;

export function guessLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, SAMPLE);
  const counts = scripts.map(([name, letters]) => ({ name, count: countOf(sample, letters) }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return 'unknown';
  const kana = counts.find(({ name }) => name === 'japanese')?.count ?? 0;
  if (kana / all > KANA_SHARE) return 'japanese';
  const { name } = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return name === 'latin' && isEnglish(sample) ? 'english' : name;
}

function isEnglish(sample: string): boolean {
  const words = countOf(sample, /\p{L}+/gu);
  return words > 0 && countOf(sample, english) / words > ENGLISH_SHARE;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
