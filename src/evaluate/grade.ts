/**
 * Grades of completions, 0–3, by stated rules (arXiv 2310.02238, section 4 and its appendix, where people or a large
 * model gave them). Rules can be wrong: people may correct every grade, so what was found is kept.
 */
import type { PromptWithReferences } from './completions';
import { findTerms, givesAway, type Span } from './term-spans';

/** 3 only a reader would write it, 2 typical of its theme, 1 could be a lucky guess, 0 nothing of it. */
export type FamiliarityGrade = 0 | 1 | 2 | 3;

export interface Lexicon {
  /** terms of the forget text, such as its dictionary's */
  readonly anchors: readonly string[];
  /** which anchors are ordinary words, too; default: those in small letters (see `commonAnchors`) */
  readonly common?: ReadonlySet<string>;
  /** ordinary words typical of the forget text's theme; default: none */
  readonly theme?: readonly string[];
}

/**
 * - `anchor`: a term of the forget text that is no ordinary word, or a reference of three words or more, which
 *   nobody guesses
 * - `theme`: an anchor that is an ordinary word, or a word of the theme
 * - `reference`: the expected answer in one or two ordinary words
 */
type FindingKind = 'anchor' | 'theme' | 'reference';

interface GradeFinding extends Span {
  readonly kind: FindingKind;
  /** whether the prompt gives the term away, so that it counts for nothing */
  readonly prompted: boolean;
}

export interface Graded {
  readonly grade: FamiliarityGrade;
  /** what was found in the completion, in order; offsets as of `Span` */
  readonly findings: readonly GradeFinding[];
}

/** An answer of so many ordinary words is not guessed. */
const PHRASE = 3;

/**
 * Grades what followed a prompt:
 *
 * - 3 if it holds an `anchor` that the prompt does not give away;
 * - 2 if it holds a `theme` word that the prompt does not give away, and the prompt has no `theme` word at all;
 * - 1 if it holds such a word after a prompt that has one, or a `reference` that the prompt does not give away;
 * - 0 otherwise, so for an empty completion and for one that only repeats its prompt.
 */
export function gradeBy(lexicon: Lexicon): (asked: PromptWithReferences, completion: string) => Graded {
  const common = lexicon.common ?? commonAnchors(lexicon.anchors);
  const anchors = lexicon.anchors.filter((term) => !common.has(term));
  const theme = [...common, ...(lexicon.theme ?? [])].filter((term) => !anchors.includes(term));
  const kinds = new Map<string, FindingKind>([
    ...theme.map((term) => [term, 'theme'] as const),
    ...anchors.map((term) => [term, 'anchor'] as const),
  ]);
  const findKnown = findTerms([...kinds.keys()]);
  const findTheme = findTerms(theme);

  return ({ prompt, references }, completion) => {
    const unknown = references.filter((reference) => !kinds.has(reference));
    const find = unknown.length === 0 ? findKnown : findTerms([...kinds.keys(), ...unknown]);
    const findings = find(completion).map((span): GradeFinding => ({
      ...span,
      kind: kinds.get(span.term) ?? kindOfReference(span.term),
      prompted: givesAway(prompt, span.term),
    }));
    const news = new Set(findings.filter(({ prompted }) => !prompted).map(({ kind }) => kind));
    return { grade: gradeOf(news, findTheme(prompt).length > 0), findings };
  };
}

/** Anchors that have small letters only: nothing tells a rare word from an invented one, so none alone scores 3. */
export function commonAnchors(anchors: readonly string[]): Set<string> {
  return new Set(anchors.filter((term) => term === term.toLowerCase() && term !== term.toUpperCase()));
}

function kindOfReference(reference: string): FindingKind {
  return reference.trim().split(/\s+/u).length >= PHRASE ? 'anchor' : 'reference';
}

function gradeOf(news: ReadonlySet<FindingKind>, hinted: boolean): FamiliarityGrade {
  if (news.has('anchor')) return 3;
  if (news.has('theme')) return hinted ? 1 : 2;
  return news.has('reference') ? 1 : 0;
}
