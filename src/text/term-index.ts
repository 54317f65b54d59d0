/**
 * Where terms occur in texts, as whole words: the one comparison of terms with texts. Both are folded (fold.ts); offsets
 * are those of the original text. The time is linear in the text, for any number of terms.
 */
import { fold, foldTerm, withSoftHyphens, type Folded } from './fold';
import { UNSPACED, WORD_CHARACTER } from './word-characters';

/** Part of a text, in UTF-16 units as `text.slice(start, end)` counts; `end` is exclusive. */
export interface Occurrence<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export interface IndexSettings {
  /** Whether a term that begins in lower case also matches with a capital, as at the start of a sentence. Default: no */
  readonly sentenceCase?: boolean;
}

/** Whole words, and single other characters: a term matches a run of these. */
const WORDS = new RegExp(`${WORD_CHARACTER}+|${UNSPACED}|[^]`, 'gu');
/** The same in texts of ASCII, ten times as fast. */
const ASCII_WORDS = /[A-Za-z0-9]+|[^]/g;
const IS_ASCII = /^\p{ASCII}*$/u;

interface Branch<T> {
  readonly next: Map<string, Branch<T>>;
  value: { readonly of: T } | null;
}

const branch = <T>(): Branch<T> => ({ next: new Map(), value: null });

export class TermIndex<T> {
  readonly #root = branch<T>();

  /** Terms with their values. Of terms that are equal when folded, the first is kept; one without a character never matches. */
  constructor(
    terms: Iterable<readonly [term: string, value: T]>,
    { sentenceCase = false }: IndexSettings = {},
  ) {
    const capitals: [string, T][] = [];
    for (const [term, value] of terms) {
      const folded = foldTerm(term);
      this.#add(folded, value);
      const [small = ''] = /^\p{Ll}/u.exec(folded) ?? [];
      if (sentenceCase && small !== '')
        capitals.push([small.toUpperCase() + folded.slice(small.length), value]);
    }
    for (const [folded, value] of capitals) this.#add(folded, value); // a term that is listed so comes first
  }

  #add(folded: string, value: T): void {
    let at = this.#root;
    for (const word of wordsOf(folded)) {
      const next = at.next.get(word) ?? branch<T>();
      at.next.set(word, next);
      at = next;
    }
    if (at !== this.#root) at.value ??= { of: value };
  }

  /** Every occurrence, from left to right, the longest first where several begin; they may overlap. */
  *all(text: string): Generator<Occurrence<T>, void> {
    const soft = withSoftHyphens(text);
    if (soft === null) {
      yield* this.#in(fold(text));
      return;
    }
    // “Moss-\nbury” is Moss-bury, or Mossbury.
    const found = [...this.#in(fold(text))];
    const known = new Set(found.map(({ start, end }) => `${start} ${end}`));
    for (const one of this.#in(fold(soft))) if (!known.has(`${one.start} ${one.end}`)) found.push(one);
    yield* found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  *#in(folded: Folded): Generator<Occurrence<T>, void> {
    const words = wordsOf(folded.text);
    let start = 0;
    for (let first = 0; first < words.length; first++) {
      const word = words[first] ?? '';
      if (this.#root.next.has(word)) yield* this.#from(folded, words, first, start).reverse();
      start += word.length;
    }
  }

  /** The occurrences that begin with one of the words, the shortest first. */
  #from(folded: Folded, words: readonly string[], first: number, start: number): Occurrence<T>[] {
    const found: Occurrence<T>[] = [];
    let at: Branch<T> | undefined = this.#root;
    let end = start;
    for (let i = first; i < words.length; i++) {
      const word = words[i] ?? '';
      at = at.next.get(word);
      if (!at) break;
      end += word.length;
      const range = at.value && folded.original(start, end);
      if (at.value && range) found.push({ ...range, value: at.value.of });
    }
    return found;
  }

  /** The occurrences from left to right, the longest where several begin, without overlaps. */
  find(text: string): Occurrence<T>[] {
    const found: Occurrence<T>[] = [];
    let end = 0;
    for (const one of this.all(text)) {
      if (one.start < end) continue;
      found.push(one);
      end = one.end;
    }
    return found;
  }
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(IS_ASCII.test(folded) ? ASCII_WORDS : WORDS) ?? [];
}
