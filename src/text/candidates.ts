/** The matches that a block allows, before one is chosen: by the tokens of a term's spellings, and by the block's text. */
import type { Tokenizer } from '../files/tokenizer';
import type { Dictionary, DictionaryEntry } from './dictionary';
import { PatternIndex } from './pattern-index';
import type { Speller, SpellingName } from './spellings';
import { TermIndex } from './term-index';
import type { TokenText } from './token-text';
import { wordBoundary, type WordBoundary } from './word-boundary';

export interface Candidate {
  readonly entry: DictionaryEntry;
  /** Its place in the dictionary. */
  readonly order: number;
  /** null: its tokens are none of the term's spellings, or hold other text, too */
  readonly spelling: SpellingName | null;
  /** Index of its first token, and number of its tokens. */
  readonly start: number;
  readonly length: number;
  /** Its range in the text of the block, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** The candidates of one block by their first token; they may overlap. */
export interface Candidates {
  readonly at: (start: number) => Candidate[];
  /** Only those that the block’s text shows. */
  readonly inText: (start: number) => readonly Candidate[];
}

/**
 * Where the tokens of a spelling are a match: where the text shows the term there; for texts that do not show their terms,
 * where the tokens are whole words; or anywhere, even inside words.
 */
type Bounds = 'text' | 'tokens' | 'none';

/** Spellings per term: each has a place of its own in the order. */
const SPELLINGS = 8;
type Ranked = Pick<Candidate, 'entry' | 'order'>;

export class CandidateSource {
  readonly #terms: TermIndex<Ranked>;
  readonly #patterns = new PatternIndex();
  readonly #spelled = new Set<DictionaryEntry>();
  readonly #boundary: WordBoundary;

  /**
   * Bounded by text, a term is spelled only once a text has it without a space before: spelling takes much longer than
   * finding.
   */
  constructor(
    dictionary: Dictionary,
    tokenizer: Pick<Tokenizer, 'decode' | 'tokenText'>,
    private readonly spell: Speller,
    private readonly bounds: Bounds,
  ) {
    const ranked = dictionary.map((entry, i): Ranked => ({ entry, order: SPELLINGS * i }));
    this.#terms = new TermIndex(bounds === 'none' ? [] : ranked.map((one) => [one.entry.term, one] as const));
    this.#boundary = wordBoundary(tokenizer);
    if (bounds !== 'text') for (const one of ranked) this.#addSpellings(one);
  }

  in(ids: Int32Array, written: TokenText): Candidates {
    const byText = this.#byText(written);
    const ends = new Map<DictionaryEntry, Set<number>>();
    for (const { entry, to } of [...byText.values()].flat())
      ends.set(entry, (ends.get(entry) ?? new Set()).add(to));
    const isShown = ({ entry, to }: Candidate): boolean =>
      this.bounds !== 'text' || ends.get(entry)?.has(to) === true;
    return {
      inText: (start) => byText.get(start) ?? [],
      at: (start) => {
        const found = this.#bySpelling(ids, start, written).filter(isShown);
        const others = byText.get(start);
        if (!others) return found;
        const isFound = ({ entry, length }: Candidate): boolean =>
          found.some((one) => one.entry === entry && one.length === length);
        return [...found, ...others.filter((one) => !isFound(one))];
      },
    };
  }

  #byText(written: TokenText): Map<number, Candidate[]> {
    const byStart = new Map<number, Candidate[]>();
    for (const { start: from, end: to, value } of this.#terms.all(written.text)) {
      const { first: start } = written.tokensAt(from);
      const length = written.tokensAt(to - 1).last + 1 - start;
      const before = written.text.slice(written.offset(start), from);
      const isWhole = written.offset(start + length) === to;
      if (isWhole && before === '') this.#addSpellings(value); // which one it is depends on what is before
      const spelling = isWhole && before === ' ' ? 'space' : null;
      const others = byStart.get(start) ?? [];
      others.push({ ...value, spelling, start, length, from, to });
      byStart.set(start, others);
    }
    return byStart;
  }

  #bySpelling(ids: Int32Array, start: number, written: TokenText): Candidate[] {
    return this.#patterns
      .at(ids, start)
      .filter((pattern) => this.bounds !== 'tokens' || this.#boundary.isWhole(ids, start, pattern.ids.length))
      .map(({ ids: { length }, ...pattern }) => {
        const [begin, to] = [written.offset(start), written.offset(start + length)];
        const from = to - written.text.slice(begin, to).trimStart().length;
        return { ...pattern, start, length, from, to };
      });
  }

  #addSpellings({ entry, order }: Ranked): void {
    if (this.#spelled.has(entry)) return;
    this.#spelled.add(entry);
    [...this.spell(entry.term)].forEach(([spelling, ids], i) => {
      this.#patterns.add({ entry, spelling, ids, order: order + i });
    });
  }
}
