/**
 * What to check in a dictionary before using it. A finding need not be an error: "wood" may be an anchor term of this
 * text. But of the 1,599 terms that the paper's authors released, 435 are ordinary lower-case words.
 */
import { append } from '../base/append';
import { breather } from '../base/breathe';
import type { Dictionary, DictionaryEntry } from './dictionary';
import { foldTerm } from './fold';
import { isLowerCase, lintFacts, type LintContext, type LintFacts } from './lint-facts';

export type LintFinding = { readonly term: string } & (
  | { readonly kind: 'self-map'; readonly translation: string }
  /** The translation is a term itself, or is a translation of other terms, too. */
  | {
      readonly kind: 'clash';
      readonly translation: string;
      readonly as: 'term' | 'translation';
      /** the first few of them */
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

/**
 * The findings, in the order of the dictionary’s terms: what the matcher really finds. Lets the page react in between.
 * @throws the signal’s reason
 */
export async function lint(
  dictionary: Dictionary,
  context: LintContext,
  signal?: AbortSignal,
): Promise<LintFinding[]> {
  const breathe = breather();
  const pause = async (): Promise<void> => {
    await breathe();
    signal?.throwIfAborted();
  };
  const facts = await lintFacts(dictionary, context, pause);
  const findings: LintFinding[] = [];
  for (const entry of dictionary) {
    append(findings, aboutTerm(entry, facts));
    for (const translation of entry.translations)
      append(findings, aboutTranslation(entry.term, translation, facts));
    await pause();
  }
  return findings;
}

/** Other terms that a finding names. */
const MOST_OTHERS = 5;

function aboutTerm({ term }: DictionaryEntry, { inOrdinary, inForget, matched }: LintFacts): LintFinding[] {
  const findings: LintFinding[] = [];
  const count = isLowerCase(term) ? inOrdinary.count(term) : 0;
  if (count > 0) findings.push({ kind: 'common-word', term, count });
  const isThere = inForget.count(term) > 0;
  if (!matched.has(term))
    findings.push({ kind: 'unreachable', term, because: isThere ? 'covered' : 'absent' });
  return findings;
}

function aboutTranslation(term: string, translation: string, facts: LintFacts): LintFinding[] {
  if (foldTerm(translation) === foldTerm(term)) return [{ kind: 'self-map', term, translation }];
  const { terms, owners, inForget, spell, tokens, tokenText } = facts;
  const findings: LintFinding[] = [];
  if (terms.has(foldTerm(translation)))
    findings.push({ kind: 'clash', term, translation, as: 'term', others: [translation] });
  const others = (owners.get(translation) ?? [])
    .slice(0, MOST_OTHERS + 1)
    .filter((owner) => owner !== term)
    .slice(0, MOST_OTHERS);
  if (others.length > 0) findings.push({ kind: 'clash', term, translation, as: 'translation', others });
  const count = inForget.count(translation);
  if (count > 0) findings.push({ kind: 'in-text', term, translation, count });
  const [from, to] = [spell(term), spell(translation)];
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
