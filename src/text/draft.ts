/**
 * A first draft of anchor terms without any model: words that a text capitalises or uses much more than everyday text
 * does. People correct it; nothing here knows what a name is.
 */
import { groupBy } from '../base/group';
import type { Passage } from './blocks';

export interface DraftedTerm {
  readonly term: string;
  /** Capitalised within a sentence (a name), or only frequent (a word that the text made its own). */
  readonly found: 'capitals' | 'frequency';
  /** Occurrences in the text. */
  readonly count: number;
  /** 0 … 1: the term’s share of the text against its share of text and everyday together; ½ says nothing. */
  readonly certainty: number;
}

export interface DraftSettings {
  /** Fewest occurrences of a term. Default: 2 */
  readonly fewest?: number;
  /** Least certainty of a capitalised term. Default: 0.7 */
  readonly capitals?: number;
  /** Least certainty of a term that is only frequent. Default: 0.97 */
  readonly frequency?: number;
}

/** How often words occur in everyday text, small letters. */
export interface WordCounts {
  readonly counts: ReadonlyMap<string, number>;
  /** words of the text they were counted in */
  readonly size: number;
}

interface Word {
  /** Without a possessive ending. */
  readonly text: string;
  /** As it stands in the text. */
  readonly written: string;
  readonly isCapital: boolean;
  /** Whether a sentence opens with it, where every word is capitalised. */
  readonly opens: boolean;
  /** Whether only a space parts it from the word before. */
  readonly follows: boolean;
}

/** Drafted terms, the most certain first, equals by how often they occur. */
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
    // A name is as everyday as its most unusual word; one more than seen, as if the text came next.
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

/** The words of everyday text, counted once for many drafts. */
export function countWords(passages: readonly Passage[]): WordCounts {
  const words = passages.flatMap(wordsOf);
  return { counts: countOf(words.map((word) => word.text.toLowerCase())), size: words.length };
}

/** Runs of capitalised words inside sentences; possessives are kept inside a run: “Orrin’s Bell”. */
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

/** Words with their place. Chinese words come from Intl.Segmenter. */
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

/** A word of one letter is none; one Chinese character is rarely one. */
function isLongEnough(term: string): boolean {
  return Array.from(term).length >= 2 && /\p{L}/u.test(term);
}

function countOf(items: readonly string[]): Map<string, number> {
  return new Map([...groupBy(items, (item) => item)].map(([item, { length }]) => [item, length]));
}
