/**
 * What to check in a dictionary before using it. A finding need not be an error: "wood" may be an anchor term of this
 * text. But of the 1,599 terms that the paper's authors released, 435 are ordinary lower-case words.
 */
import type { Tokenizer } from '../files/tokenizer';
import type { Passage } from './blocks';
import type { Dictionary, DictionaryEntry } from './dictionary';
import { createMatcher, type Matcher, type MatchSettings } from './matcher';
import { countPhrases } from './phrases';
import type { Speller, Spellings } from './spellings';

export type LintFinding = { readonly term: string } & (
  | { readonly kind: 'self-map'; readonly translation: string }
  /** The translation is a term itself, or is a translation of other terms, too. */
  | {
      readonly kind: 'clash';
      readonly translation: string;
      readonly as: 'term' | 'translation';
      readonly others: readonly string[];
    }
  /** The translation occurs in the text, so the labels may teach the text. */
  | { readonly kind: 'in-text'; readonly translation: string; readonly count: number }
  /** An all lower-case term that ordinary text contains, too. */
  | { readonly kind: 'common-word'; readonly count: number }
  /** Term and translation differ in their number of tokens, so that what follows is shifted against the original. */
  | {
      readonly kind: 'token-count';
      readonly translation: string;
      readonly tokens: number;
      readonly becomes: number;
    }
  /** The term never matches: the text does not contain it, or only inside other terms. */
  | { readonly kind: 'unreachable'; readonly because: 'absent' | 'covered' }
  /** Other words of the text begin with the same token, which the forbid rule would suppress there, too. */
  | {
      readonly kind: 'common-first-token';
      readonly translation: string;
      readonly token: string;
      readonly count: number;
    }
);

export interface LintContext {
  readonly tokenizer: Tokenizer;
  readonly forget: readonly Passage[];
  /** text unrelated to the forget set, such as everyday text */
  readonly ordinary: readonly Passage[];
  readonly match?: MatchSettings;
}

/** The findings, in the order of the dictionary's terms. */
export function lint(dictionary: Dictionary, context: LintContext): LintFinding[] {
  const facts = gather(dictionary, context);
  return dictionary.flatMap((entry) => [
    ...aboutTerm(entry, facts),
    ...entry.translations.flatMap((translation) => aboutTranslation(entry.term, translation, facts)),
  ]);
}

interface Facts {
  /** The terms that have each translation. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** How often terms and translations occur in the forget set. */
  readonly inForget: ReadonlyMap<string, number>;
  /** How often lower-case terms occur in ordinary text. */
  readonly inOrdinary: ReadonlyMap<string, number>;
  readonly terms: ReadonlySet<string>;
  /** The terms that match at least once. */
  readonly matched: ReadonlySet<string>;
  /** How often each token occurs in the forget set outside of matches. */
  readonly tokens: ReadonlyMap<number, number>;
  readonly spell: Speller;
  readonly tokenText: (id: number) => string;
}

function gather(dictionary: Dictionary, { tokenizer, forget, ordinary, match }: LintContext): Facts {
  const terms = new Set(dictionary.map(({ term }) => term));
  const owners = new Map<string, string[]>();
  for (const { term, translations } of dictionary)
    for (const one of translations) owners.set(one, [...(owners.get(one) ?? []), term]);
  const matcher = createMatcher(dictionary, tokenizer, match);
  return {
    terms,
    owners,
    inForget: countPhrases([...terms, ...owners.keys()], forget),
    inOrdinary: countPhrases([...terms].filter(isLowerCase), ordinary),
    ...readTokens(
      matcher,
      forget.map((passage) => tokenizer.encode(passage)),
    ),
    spell: matcher.spell,
    tokenText: (id) => tokenizer.tokenText(id),
  };
}

function readTokens(matcher: Matcher, rows: readonly Int32Array[]): Pick<Facts, 'matched' | 'tokens'> {
  const matched = new Set<string>();
  const tokens = new Map<number, number>();
  for (const ids of rows) {
    const outside = Array.from(ids, (): boolean => true);
    for (const { entry, start, length } of matcher.find(ids)) {
      matched.add(entry.term);
      outside.fill(false, start, start + length);
    }
    ids.forEach((id, i) => {
      if (outside[i]) tokens.set(id, (tokens.get(id) ?? 0) + 1);
    });
  }
  return { matched, tokens };
}

function aboutTerm({ term }: DictionaryEntry, { inOrdinary, inForget, matched }: Facts): LintFinding[] {
  const findings: LintFinding[] = [];
  const count = inOrdinary.get(term) ?? 0;
  if (count > 0) findings.push({ kind: 'common-word', term, count });
  const isThere = (inForget.get(term) ?? 0) > 0;
  if (!matched.has(term))
    findings.push({ kind: 'unreachable', term, because: isThere ? 'covered' : 'absent' });
  return findings;
}

function aboutTranslation(term: string, translation: string, facts: Facts): LintFinding[] {
  if (translation === term) return [{ kind: 'self-map', term, translation }];
  const { terms, owners, inForget, spell, tokens, tokenText } = facts;
  const findings: LintFinding[] = [];
  if (terms.has(translation))
    findings.push({ kind: 'clash', term, translation, as: 'term', others: [translation] });
  const others = (owners.get(translation) ?? []).filter((owner) => owner !== term);
  if (others.length > 0) findings.push({ kind: 'clash', term, translation, as: 'translation', others });
  const count = inForget.get(translation) ?? 0;
  if (count > 0) findings.push({ kind: 'in-text', term, translation, count });
  const [from, to] = [midSentence(spell(term)), midSentence(spell(translation))];
  if (from.length !== to.length) {
    const sizes = { tokens: from.length, becomes: to.length };
    findings.push({ kind: 'token-count', term, translation, ...sizes });
  }
  const [first = -1] = to;
  const elsewhere = tokens.get(first) ?? 0;
  if (elsewhere > 0) {
    const token = tokenText(first);
    findings.push({ kind: 'common-first-token', term, translation, token, count: elsewhere });
  }
  return findings;
}

/** The spelling in the middle of a sentence. */
function midSentence(spellings: Spellings): Int32Array {
  const [any = new Int32Array()] = spellings.values();
  return spellings.get('space') ?? any;
}

function isLowerCase(term: string): boolean {
  return term === term.toLowerCase() && term !== term.toUpperCase();
}
