/**
 * Finds patterns of a tokenizer that take exponential time, or a high power of a text's length: one unlucky word would
 * hang the page. Each pattern splits texts of growing length, made of the characters that it names.
 */

/** Most milliseconds for the longest of the texts; usual patterns take a thousandth of it. */
const MOST_MS = 20;
/** A time that is too long is measured again, since the machine may be busy. */
const TRIES = 3;
/** Steps small enough that the first one that takes too long does not take much longer. */
const LENGTHS = [8, 12, 16, 18, 20, 22, 24, 26, 28, 30, 32, 48, 64, 96, 128, 192, 256, 384, 512];
const SHORT = 64;
/** Beside those that a pattern names: one of each class that patterns distinguish. */
const CHARACTERS = ['a', 'A', '1', ' ', '\n', '.', 'é', '中'];
/**
 * All other signs of ASCII, and a letter, digit or sign of many scripts. There are many, so they are tried alone, and in
 * texts short enough that a square of their length is no time.
 */
const MORE_CHARACTERS = Array.from('\t\r!"#$%&\'()*+,-/:;<=>?@[\\]^_`{|}~\u00A0\u0301αЖяאاअก가あア٣€∑…“😀');
/** What comes after the repeated part, so that a match fails at its end. */
const ENDINGS = ['', '!', '\u0000a'];

/** Every `{ "Regex": … }` in the parts of tokenizer.json that have patterns. */
export function patternsOf({
  normalizer,
  pre_tokenizer,
  decoder,
}: Readonly<Record<string, unknown>>): string[] {
  return [normalizer, pre_tokenizer, decoder].flatMap(patternsIn);
}

function patternsIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]: [string, unknown]) =>
    key === 'Regex' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

/** Whether `split`, which applies the pattern to a text, takes too long for short texts. */
export function explodes(
  pattern: string,
  split: (text: string) => void,
  now: () => number = () => performance.now(),
): boolean {
  const takes = (text: string): number => {
    const start = now();
    split(text);
    return now() - start;
  };
  const isSlow = (text: string): boolean => Array.from({ length: TRIES }).every(() => takes(text) > MOST_MS);
  const isSlowFor = (unit: string, lengths: readonly number[]): boolean =>
    ENDINGS.some((ending) =>
      lengths.some((length) => isSlow(unit.repeat(Math.ceil(length / unit.length)) + ending)),
    );
  const short = LENGTHS.filter((length) => length <= SHORT);
  return (
    MORE_CHARACTERS.some((unit) => isSlowFor(unit, short)) ||
    units(pattern).some((unit) => isSlowFor(unit, LENGTHS))
  );
}

/** What texts repeat: characters, and pairs of them if the pattern repeats a group, which may overlap with itself. */
function units(pattern: string): string[] {
  const named = pattern.replace(/\\.(?:\{[^}]*\})?/gu, '').match(/[\p{L}\p{N}]/gu) ?? [];
  const all = [...new Set([...CHARACTERS, ...named.slice(0, 8)])];
  const repeatsGroup = /\)(?:[*+]|\{\d*,)/u.test(pattern);
  const pairs = repeatsGroup ? all.flatMap((one) => all.map((other) => one + other)) : [];
  return [...all, ...pairs];
}
