/** The probable language of a text, from its script and its most common words. */

/** `latin` is any language in Latin letters but English. */
export type LanguageGuess =
  | 'english'
  | 'latin'
  | 'chinese'
  | 'japanese'
  | 'korean'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'devanagari'
  | 'unknown';

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

/** Function words of English, rare in other languages of this script. */
const english = /\b(?:the|and|of|that|was|with|his|she|they|were|this|have|from|which)\b/giu;
/** Least share of all words: in English prose it is about 20 %, in German or French far below 1 %. */
const ENGLISH_SHARE = 0.06;
/** Least share of kana among the letters of Japanese, which uses Han characters, too. */
const KANA_SHARE = 0.1;
/** Most characters considered. */
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
