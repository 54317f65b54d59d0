/**
 * Drafts anchor terms without any model: words that a text capitalises, or uses much more often than everyday text. The
 * draft is meant to be reviewed, since nothing here knows what a name is.
 */
import { groupBy } from '../base/group';
import type { Passage } from './blocks';

export interface DraftedTerm {
  readonly term: string;
  /** Capitalised within a sentence (a name), or only frequent (a word typical of the text). */
  readonly found: 'capitals' | 'frequency';
  /** Occurrences in the text. */
  readonly count: number;
  /** 0 … 1: s / (s + e), with the term's shares s of this text and e of everyday text; at ½ it is equally common. */
  readonly certainty: number;
}

export interface DraftSettings {
  /** Least number of occurrences. Default: 2 */
  readonly fewest?: number;
  /** Least certainty of a capitalised term. Default: 0.7 */
  readonly capitals?: number;
  /** Least certainty of a term that is only frequent. Default: 0.97 */
  readonly frequency?: number;
}

/** Counts of the lower-case words of everyday text. */
export interface WordCounts {
  readonly counts: ReadonlyMap<string, number>;
  /** number of all words */
  readonly size: number;
}

interface Word {
  /** without a possessive ending */
  readonly text: string;
  /** as written in the text */
  readonly written: string;
  readonly isCapital: boolean;
  /** Whether it is the first of a sentence, where every word is capitalised. */
  readonly opens: boolean;
  /** Whether only a space separates it from the word before. */
  readonly follows: boolean;
}

/** Drafted terms, most certain first, ties by their count. */
export function draftTerms(
  passages: readonly Passage[],
  everyday: readonly Passage[] | WordCounts,
  { fewest = 2, capitals = 0.7, frequency = 0.97 }: DraftSettings = {},
): DraftedTerm[] {
  const text = passages.map(wordsOf);
  const { counts: lower, size: commonSize } = 'counts' in everyday ? everyday : countWords(everyday);
  const named = countOf(text.flatMap(namesIn));
  const size = text.flat().length;
  const certainty = (term: string, count: number): number => {
    // A name is as common as its rarest word. One is added to the count, so that it is never zero.
    const seen = Math.min(...term.split(' ').map((word) => lower.get(stem(word).toLowerCase()) ?? 0));
    const [here, there] = [count / size, (seen + 1) / (commonSize + size)];
    return here / (here + there);
  };
  const ordinary = countOf(text.flat().flatMap((word) => (word.isCapital ? [] : [word.text])));
  const draft = (
    found: DraftedTerm['found'],
    counts: ReadonlyMap<string, number>,
    least: number,
  ): DraftedTerm[] =>
    [...counts]
      .filter(([, count]) => count >= fewest)
      .map(([term, count]) => ({ term, found, count, certainty: certainty(term, count) }))
      .filter((drafted) => drafted.certainty >= least);
  return [
    ...draft('capitals', named, capitals),
    ...draft('frequency', ordinary, frequency).filter(({ term }) => isLongEnough(term)),
  ].sort((a, b) => b.certainty - a.certainty || b.count - a.count);
}

/** Counts the words of everyday text, once for many drafts. */
export function countWords(passages: readonly Passage[]): WordCounts {
  const words = passages.flatMap(wordsOf);
  return { counts: countOf(words.map((word) => word.text.toLowerCase())), size: words.length };
}

/** Runs of capitalised words inside sentences; possessives stay inside a run: “Orrin’s Bell”. */
function namesIn(words: readonly Word[]): string[] {
  const names: string[] = [];
  let run: Word[] = [];
  const close = (): void => {
    const last = run.pop();
    if (last) names.push([...run.map(({ written }) => written), last.text].join(' '));
    run = [];
  };
  for (const word of words) {
    if (!word.isCapital || word.opens || !word.follows) close();
    if (word.isCapital && !word.opens) run.push(word);
  }
  close();
  return names;
}

/** The words of a text with their positions. Chinese is split by Intl.Segmenter. */
function wordsOf(passage: Passage): Word[] {
  const words: Word[] = [];
  let between = '\n';
  for (const { segment, isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(passage)) {
    if (isWordLike !== true) {
      between += segment;
      continue;
    }
    const text = stem(segment);
    words.push({
      text,
      written: segment,
      isCapital: /^\p{Lu}/u.test(text),
      opens: /[.!?:;\n"“”‘(—–]/u.test(between),
      follows: between === ' ',
    });
    between = '';
  }
  return words;
}

/** The word without a possessive ending. */
function stem(word: string): string {
  return word.replace(/['’]s$/u, '');
}

/** Excludes single letters, and single Chinese characters, which are rarely whole words. */
function isLongEnough(term: string): boolean {
  return Array.from(term).length >= 2 && /\p{L}/u.test(term);
}

function countOf(items: readonly string[]): Map<string, number> {
  return new Map([...groupBy(items, (item) => item)].map(([item, { length }]) => [item, length]));
}
