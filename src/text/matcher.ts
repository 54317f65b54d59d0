/** Finds anchor terms in a sequence of tokens, left to right and without overlaps, in time linear in its length. */
import type { Tokenizer } from '../files/tokenizer';
import type { Dictionary, DictionaryEntry } from './dictionary';
import { PatternIndex, type Pattern } from './pattern-index';
import { speller, type Speller, type SpellingName } from './spellings';
import { wordBoundary } from './word-boundary';

/**
 * Which term wins where several match: the one with the most tokens, or the first in the dictionary. The code that the
 * paper's authors released uses `first`, without word boundaries.
 */
export const matchRules = ['longest', 'first'] as const;
type MatchRule = (typeof matchRules)[number];

export interface MatchSettings {
  /** Default: longest. A tie goes to the first in the dictionary. */
  readonly matchRule?: MatchRule;
  /** Whether terms match as whole words only. Default: true */
  readonly wordBoundary?: boolean;
}

export interface Match {
  readonly entry: DictionaryEntry;
  readonly spelling: SpellingName;
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
}

const byRule: Readonly<Record<MatchRule, (a: Pattern, b: Pattern) => number>> = {
  longest: (a, b) => b.ids.length - a.ids.length,
  first: (a, b) => a.order - b.order,
};

/** `spell` replaces the tokenizer's spellings, for tests. */
export function createMatcher(
  dictionary: Dictionary,
  tokenizer: Tokenizer,
  { matchRule = 'longest', wordBoundary: isBounded = true }: MatchSettings = {},
  spell: Speller = speller(tokenizer),
): Matcher {
  const index = new PatternIndex(patternsOf(dictionary, spell));
  const boundary = wordBoundary(tokenizer);
  const matchAt = (ids: Int32Array, start: number): Match | null => {
    const pattern = index
      .at(ids, start)
      .sort(byRule[matchRule])
      .find((candidate) => !isBounded || boundary.isWhole(ids, start, candidate.ids.length));
    return pattern
      ? { entry: pattern.entry, spelling: pattern.spelling, start, length: pattern.ids.length }
      : null;
  };
  return {
    spell,
    find(ids) {
      const matches: Match[] = [];
      for (let start = 0; start < ids.length;) {
        const match = matchAt(ids, start);
        if (match) matches.push(match);
        start += match?.length ?? 1;
      }
      return matches;
    },
  };
}

function* patternsOf(dictionary: Dictionary, spell: Speller): Generator<Pattern> {
  let order = 0;
  for (const entry of dictionary) {
    for (const [spelling, ids] of spell(entry.term)) {
      yield { entry, spelling, ids, order };
      order += 1;
    }
  }
}
