/** Finds anchor terms in a sequence of tokens, left to right and without overlaps, in time linear in its length. */
import { append } from '../base/append';
import type { Tokenizer } from '../files/tokenizer';
import { CandidateSource, type Candidate, type Candidates } from './candidates';
import type { Dictionary, DictionaryEntry } from './dictionary';
import { freeSpeller, speller, type FreeSpeller, type Speller, type SpellingName } from './spellings';
import { TokenText } from './token-text';

/**
 * Which term wins where several match: the one with the most tokens, or the first in the dictionary. The code that the
 * paper's authors released uses `first`, without word boundaries.
 */
export const matchRules = ['longest', 'first'] as const;
type MatchRule = (typeof matchRules)[number];

export interface MatchSettings {
  /** Default: longest. A tie goes to the first in the dictionary. */
  readonly matchRule?: MatchRule;
  /**
   * Whether terms match as whole words only, and then wherever the text has them, however it is tokenised. Otherwise, as
   * in the released code, they match where the tokens of one of their spellings are, even inside words. Default: true
   */
  readonly wordBoundary?: boolean;
}

/** How the text of a match is spelled if its tokens are none of the term's spellings. */
export interface FreeSpelling {
  /** The text of the token before. */
  readonly before: string;
  /** What the tokens hold: the term and the text around it; further terms if they share a token with it. */
  readonly parts: readonly (string | DictionaryEntry)[];
}

export interface Match {
  readonly entry: DictionaryEntry;
  readonly spelling: SpellingName | FreeSpelling;
  /** Index of its first token. */
  readonly start: number;
  /** Number of its tokens. */
  readonly length: number;
}

export interface Matcher {
  /** Every match in the block, in order, without overlaps. A term that the block's end cuts off does not match. */
  find(ids: Int32Array): Match[];
  /** Spells a text with the matcher's tokenizer. */
  readonly spell: Speller;
  readonly spellFreely: FreeSpeller;
  readonly read: (ids: Int32Array) => TokenText;
}

type Order = (a: Candidate, b: Candidate) => number;
const byRule: Readonly<Record<MatchRule, Order>> = {
  longest: (a, b) => a.from - b.from || b.length - a.length || b.to - a.to || a.order - b.order,
  first: (a, b) => a.from - b.from || a.order - b.order,
};

/** `spell` replaces the tokenizer's spellings, for tests whose texts do not show the terms. */
export function createMatcher(
  dictionary: Dictionary,
  tokenizer: Tokenizer,
  { matchRule = 'longest', wordBoundary: isBounded = true }: MatchSettings = {},
  spell?: Speller,
): Matcher {
  const own = spell ?? speller(tokenizer);
  const bounds = !isBounded ? 'none' : spell ? 'tokens' : 'text';
  const source = new CandidateSource(dictionary, tokenizer, own, bounds);
  const read = (ids: Int32Array): TokenText => new TokenText(ids, tokenizer);
  return {
    spell: own,
    spellFreely: freeSpeller(tokenizer),
    read,
    find(ids) {
      const written = read(ids);
      const candidates = source.in(ids, written);
      const matches: Match[] = [];
      for (let start = 0; start < ids.length;) {
        const [best] = rivals(start, candidates, written).sort(byRule[matchRule]);
        const match = best && chosen(best, candidates, byRule[matchRule], written);
        if (match) matches.push(match);
        start = match ? match.start + match.length : start + 1;
      }
      return matches;
    },
  };
}

/**
 * The candidates of a token, and those that the text shows at the tokens after it where a term of its own begins: the
 * spelling of that one has the space before it, which may be a token of its own.
 */
function rivals(start: number, candidates: Candidates, written: TokenText): Candidate[] {
  const found = candidates.at(start);
  const last = found.reduce((token, { from }) => Math.max(token, written.tokensAt(from).first), start);
  for (let token = start + 1; token <= last; token++) append(found, candidates.inText(token));
  return found;
}

/** The match. One without a spelling also takes the terms that begin in its last token. */
function chosen(first: Candidate, candidates: Candidates, order: Order, written: TokenText): Match {
  const { entry, spelling, start } = first;
  if (spelling !== null) return { entry, spelling, start, length: first.length };
  const parts: (string | DictionaryEntry)[] = [];
  let [at, end] = [written.offset(start), start];
  for (let term: Candidate | undefined = first; term; [term] = sharing(end - 1, at).sort(order)) {
    parts.push(written.text.slice(at, term.from), term.entry);
    at = term.to;
    end = term.start + term.length;
  }
  parts.push(written.text.slice(at, written.offset(end)));
  return { entry, spelling: { before: written.before(start), parts }, start, length: end - start };

  function sharing(token: number, from: number): Candidate[] {
    const { first: shared } = written.tokensAt(written.offset(token));
    return candidates.at(shared).filter((one) => one.from >= from);
  }
}
