/**
 * Grades of completions, 0–3, by fixed rules. (In arXiv 2310.02238, section 4 and appendix, people and a large model
 * graded them.) Rules can be wrong and reviewers may correct every grade, so a grade includes what it was given for.
 */
import type { PromptWithReferences } from './completions';
import { findTerms, givesAway, type Span } from './term-spans';

/** 3: only a reader would write it; 2: typical of its theme; 1: could be a lucky guess; 0: nothing of the text. */
export type FamiliarityGrade = 0 | 1 | 2 | 3;

export interface Lexicon {
  /** terms of the forget set, such as those of its dictionary */
  readonly anchors: readonly string[];
  /** which anchors are ordinary words, too; default: the lower-case ones (see `commonAnchors`) */
  readonly common?: ReadonlySet<string>;
  /** ordinary words typical of the theme of the forget set; default: none */
  readonly theme?: readonly string[];
}

/**
 * - `anchor`: a term of the forget set that is not an ordinary word, or a reference of three words or more, which cannot
 *   be guessed
 * - `theme`: an anchor that is an ordinary word, or a word of the theme
 * - `reference`: the expected answer in one or two ordinary words
 */
type FindingKind = 'anchor' | 'theme' | 'reference';

interface GradeFinding extends Span {
  readonly kind: FindingKind;
  /** whether the prompt gives the term away, so that it does not count */
  readonly prompted: boolean;
}

export interface Graded {
  readonly grade: FamiliarityGrade;
  /** what was found in the completion, in order; offsets as in `Span` */
  readonly findings: readonly GradeFinding[];
}

/** An answer of this many ordinary words is not a guess. */
const PHRASE = 3;

/**
 * Grades the completion of a prompt:
 *
 * - 3 if it contains an `anchor` that the prompt does not give away;
 * - 2 if it contains a `theme` word that the prompt does not give away, and the prompt has no `theme` word at all;
 * - 1 if it contains such a word after a prompt that has one, or a `reference` that the prompt does not give away;
 * - 0 otherwise, for instance if it is empty or only repeats the prompt.
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

/** Lower-case anchors: rare words and invented ones cannot be distinguished, so none of them alone scores 3. */
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
