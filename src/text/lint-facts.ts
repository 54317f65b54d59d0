/** What the dictionary lint knows of a dictionary and its texts, gathered in steps so that the page stays responsive. */
import type { Tokenizer } from '../files/tokenizer';
import type { Passage } from './blocks';
import type { Dictionary } from './dictionary';
import { foldTerm } from './fold';
import { createMatcher, type Matcher, type MatchSettings } from './matcher';
import { partsOf } from './paragraphs';
import { countPhrases, type PhraseCounter } from './phrases';
import { entriesOf } from './replacement';
import { freeSpeller } from './spellings';

export interface LintContext {
  readonly tokenizer: Tokenizer;
  readonly forget: readonly Passage[];
  /** text unrelated to the forget set, such as everyday text */
  readonly ordinary: readonly Passage[];
  readonly match?: MatchSettings;
}

export interface LintFacts {
  /** The terms that have each translation. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** How often terms and translations occur in the forget set. */
  readonly inForget: PhraseCounter;
  /** How often lower-case terms occur in ordinary text. */
  readonly inOrdinary: PhraseCounter;
  readonly terms: ReadonlySet<string>;
  /** The terms that match at least once. */
  readonly matched: ReadonlySet<string>;
  /** How often each token occurs in the forget set outside of matches. */
  readonly tokens: ReadonlyMap<number, number>;
  /** The tokens of a text in the middle of a sentence. */
  readonly spell: (text: string) => Int32Array;
  readonly tokenText: (id: number) => string;
}

/** Awaited between steps. */
type Pause = () => Promise<void>;

export async function lintFacts(
  dictionary: Dictionary,
  { tokenizer, forget, ordinary, match }: LintContext,
  pause: Pause,
): Promise<LintFacts> {
  const owners = new Map<string, string[]>();
  for (const { term, translations } of dictionary) {
    for (const one of translations) {
      const others = owners.get(one) ?? [];
      others.push(term);
      owners.set(one, others);
    }
  }
  const terms = dictionary.map(({ term }) => term);
  await pause();
  const inForget = await countPhrases([...terms, ...owners.keys()], forget, pause);
  const inOrdinary = await countPhrases(terms.filter(isLowerCase), ordinary, pause);
  const found = await readTokens(createMatcher(dictionary, tokenizer, match), tokenizer, forget, pause);
  const spell = freeSpeller(tokenizer);
  return {
    ...found,
    owners,
    inForget,
    inOrdinary,
    terms: new Set(terms.map(foldTerm)),
    spell: (text) => spell('a', ` ${text}`),
    tokenText: (id) => tokenizer.tokenText(id),
  };
}

async function readTokens(
  matcher: Matcher,
  tokenizer: Tokenizer,
  passages: readonly Passage[],
  pause: Pause,
): Promise<Pick<LintFacts, 'matched' | 'tokens'>> {
  const matched = new Set<string>();
  const tokens = new Map<number, number>();
  for (const part of passages.flatMap(partsOf)) {
    const ids = tokenizer.encode(part);
    const outside = Array.from(ids, (): boolean => true);
    for (const match of matcher.find(ids)) {
      for (const { term } of entriesOf(match)) matched.add(term);
      outside.fill(false, match.start, match.start + match.length);
    }
    ids.forEach((id, i) => {
      if (outside[i]) tokens.set(id, (tokens.get(id) ?? 0) + 1);
    });
    await pause();
  }
  return { matched, tokens };
}

export function isLowerCase(term: string): boolean {
  return term === term.toLowerCase() && term !== term.toUpperCase();
}
