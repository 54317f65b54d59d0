/**
 * Drafts a dictionary for any text, in the page and without other downloads: the text's anchor terms, the kind of each,
 * and generic translations. It is meant to be reviewed.
 */
import type { DictionaryEntry } from '../text/dictionary';
import { breather } from '../base/breathe';
import { DraftReader, type DraftedTerm } from '../text/draft';
import { fold, foldTerm } from '../text/fold';
import { paragraphsOf } from '../text/paragraphs';
import { loadWords, type NamedKind, type Words } from './compromise';
import { elected, votesFor } from './cues';
import { DraftPlaces, sentencesAt, type TermPlace } from './draft-places';
import { everydayWords } from './everyday-words';
import { translationsFor } from './generic-translations';
import { guessLanguage, type LanguageGuess } from './script';

export interface DraftedEntry extends DictionaryEntry {
  readonly kind: NamedKind;
  readonly provenance: 'drafted';
  /** `model`: only a language model found it */
  readonly found: DraftedTerm['found'] | 'model';
  /** occurrences in the text */
  readonly count: number;
  /** 0 … 1, see `DraftedTerm` */
  readonly certainty: number;
}

export interface DraftedDictionary {
  readonly language: LanguageGuess;
  /** most certain first */
  readonly entries: readonly DraftedEntry[];
}

/** How many of the terms found so far have a kind and a translation. */
export interface DraftEvent {
  readonly kind: 'draft';
  readonly done: number;
  readonly of: number;
}

/** Terms between two events. */
const STRIDE = 8;
/** Sentences tagged per term; each takes about two milliseconds. */
const SENTENCES = 4;
/** The most certain terms, which are tagged; the others have their cues only. */
const TAGGED = 1000;
/** A tag of the library counts as this many cues. */
const TAG_WEIGHT = 4;
/** Least certainty of a frequent word. On the shipped text, precision and recall are equal at 0.98. */
const FREQUENCY_CERTAINTY = 0.98;

/** Drafts a dictionary; the same text and seed give the same one. @throws the signal's reason */
export async function* draftDictionary(
  passages: readonly string[],
  seed: number,
  signal: AbortSignal,
): AsyncGenerator<DraftEvent, DraftedDictionary> {
  const text = passages.join('\n\n');
  const breathe = breather();
  const pause = async (): Promise<void> => {
    await breathe();
    signal.throwIfAborted();
  };
  const [everyday, words] = await Promise.all([everydayWords(), loadWords()]);
  const paragraphs = passages.flatMap(paragraphsOf);
  const reader = new DraftReader();
  for (const paragraph of paragraphs) {
    reader.read(paragraph);
    await pause();
  }
  const found = reader
    .draft(everyday, { frequency: FREQUENCY_CERTAINTY })
    .filter((one) => isItsOwn(one, (word) => everyday.counts.has(word) || words.knows(word)));
  const places = new DraftPlaces(found.map(({ term }) => term));
  for (const paragraph of paragraphs) {
    places.read(fold(paragraph).text);
    await pause();
  }
  const kinds: NamedKind[] = [];
  for (const [done, { term }] of found.entries()) {
    if (done % STRIDE === 0) yield { kind: 'draft', done, of: found.length };
    await pause();
    kinds.push(kindOf(foldTerm(term), places.of(term), done < TAGGED ? words : null));
  }
  const kinded = found.map((one, i) => ({ ...one, kind: kinds[i] ?? 'thing' }));
  const translations = translationsFor(kinded, text, seed);
  const entries = kinded.flatMap((one, i): DraftedEntry[] => {
    const drawn = translations[i];
    return drawn ? [{ ...one, translations: drawn, provenance: 'drafted' }] : [];
  });
  return { language: guessLanguage(text), entries };
}

/** Frequent words count only if the lexicon lacks them; a single capital letter, such as “I”, never counts. */
function isItsOwn({ term, found }: DraftedTerm, knows: (word: string) => boolean): boolean {
  if (found === 'capitals') return Array.from(term).length > 1;
  return !isKnown(term, knows);
}

/** Whether the lexicon has a word, or its stem without a regular ending. */
function isKnown(word: string, knows: (word: string) => boolean): boolean {
  const stems = [word, word.replace(/(?:s|es|ed|d|ing|er|ers|ly)$/u, ''), word.replace(/(?:ed|ing)$/u, 'e')];
  return stems.some(knows);
}

/** `term` is folded; without `words`, only cues count. */
function kindOf(term: string, places: readonly TermPlace[], words: Words | null): NamedKind {
  // “Orrin’s Bell” is a bell; the kind of Orrin does not matter.
  if (/^\p{Ll}|'s /u.test(term)) return 'thing';
  const votes = { ...votesFor(places, term) };
  for (const sentence of words ? sentencesAt(places, SENTENCES) : []) {
    const kind = words?.kindIn(sentence, term);
    if (kind) votes[kind] += TAG_WEIGHT;
  }
  return elected(votes) ?? 'thing';
}
