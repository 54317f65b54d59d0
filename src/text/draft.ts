/**
 * Drafts anchor terms without any model: words that a text capitalises, or uses much more often than everyday text. The
 * draft is meant to be reviewed, since nothing here knows what a name is.
 */
import { smallest } from '../base/extremes';
import type { Passage } from './blocks';
import { normalized } from './dictionary';
import { fold, foldTerm } from './fold';
import { paragraphsOf } from './paragraphs';

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
  /** folded, without a possessive ending */
  readonly key: string;
  /** as the text has it, without and with its possessive ending */
  readonly text: string;
  readonly written: string;
  readonly isCapital: boolean;
  /** Whether it is the first of a sentence, where every word is capitalised. */
  readonly opens: boolean;
  /** Whether only a space separates it from the word before. */
  readonly follows: boolean;
}

interface Counted {
  /** as the text has it first */
  readonly term: string;
  count: number;
}

/** What a text uses, read paragraph by paragraph. */
export class DraftReader {
  readonly #names = new Map<string, Counted>();
  readonly #ordinary = new Map<string, Counted>();
  #size = 0;

  read(paragraph: string): void {
    const words = wordsOf(paragraph);
    this.#size += words.length;
    for (const name of namesIn(words)) count(this.#names, name);
    for (const word of words) if (!word.isCapital) count(this.#ordinary, word.text);
  }

  /** Drafted terms, most certain first, ties by their count. */
  draft(
    { counts: lower, size: commonSize }: WordCounts,
    { fewest = 2, capitals = 0.7, frequency = 0.97 }: DraftSettings = {},
  ): DraftedTerm[] {
    const size = this.#size;
    const certainty = (key: string, count: number): number => {
      // A name is as common as its rarest word. One is added to the count, so that it is never zero.
      const seen = smallest(key.split(' ').map((word) => lower.get(stem(word).toLowerCase()) ?? 0));
      const [here, there] = [count / size, (seen + 1) / (commonSize + size)];
      return here / (here + there);
    };
    const drafted = (
      found: DraftedTerm['found'],
      counts: ReadonlyMap<string, Counted>,
      least: number,
    ): DraftedTerm[] =>
      Array.from(counts)
        .filter(([, { count }]) => count >= fewest)
        .map(([key, { term, count }]) => ({ term, found, count, certainty: certainty(key, count) }))
        .filter((one) => one.certainty >= least);
    return [
      ...drafted('capitals', this.#names, capitals),
      ...drafted('frequency', this.#ordinary, frequency).filter(({ term }) => isLongEnough(term)),
    ].sort((a, b) => b.certainty - a.certainty || b.count - a.count);
  }
}

/** Drafted terms of a whole text, most certain first. */
export function draftTerms(
  passages: readonly Passage[],
  everyday: readonly Passage[] | WordCounts,
  settings: DraftSettings = {},
): DraftedTerm[] {
  const reader = new DraftReader();
  for (const paragraph of passages.flatMap(paragraphsOf)) reader.read(paragraph);
  return reader.draft('counts' in everyday ? everyday : countWords(everyday), settings);
}

/** Counts the words of everyday text, once for many drafts. */
export function countWords(passages: readonly Passage[]): WordCounts {
  const words = passages.flatMap(paragraphsOf).flatMap(wordsOf);
  const counts = new Map<string, Counted>();
  for (const { key } of words) count(counts, key.toLowerCase());
  return { counts: new Map(Array.from(counts, ([key, one]) => [key, one.count])), size: words.length };
}

function count(counts: Map<string, Counted>, written: string): void {
  const term = normalized(written);
  const key = foldTerm(term);
  const known = counts.get(key);
  if (known) known.count += 1;
  else counts.set(key, { term, count: 1 });
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

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a paragraph. Chinese is split by Intl.Segmenter. */
function wordsOf(paragraph: string): Word[] {
  const words: Word[] = [];
  const { text: folded, original } = fold(paragraph);
  let [end, foldedEnd] = [0, 0];
  for (const { segment, index, isWordLike } of segmenter.segment(folded)) {
    const place = original(index, index + segment.length);
    if (isWordLike !== true || !place) continue;
    const key = stem(segment);
    const stemEnd = original(index, index + key.length)?.end ?? place.end;
    words.push({
      key,
      text: paragraph.slice(place.start, stemEnd),
      written: paragraph.slice(place.start, place.end),
      isCapital: /^\p{Lu}/u.test(key),
      opens: words.length === 0 || /[.!?:;"“”‘(—–]/u.test(paragraph.slice(end, place.start)),
      follows: folded.slice(foldedEnd, index) === ' ',
    });
    [end, foldedEnd] = [place.end, index + segment.length];
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
