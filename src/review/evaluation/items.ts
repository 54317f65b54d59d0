/** Graded completions of a report as questions: two variants, side by side, without their names. */
import { smallest } from '../../base/extremes';
import { contentHash } from '../../base/hash';
import { prng, shuffled } from '../../base/prng';
import type { ItemValue, Report, EvaluatedVariant } from '../../evaluate/report';
import { gradeOf, type EvaluationItem, type HumanGrade } from '../tasks/evaluation';

/** The variants with graded completions in a report, in its order. */
export function gradedVariants({ evaluation }: Report): EvaluatedVariant[] {
  const known: readonly EvaluatedVariant[] = ['baseline', 'reinforced', 'equation1', 'unlearned', 'gold'];
  return known.filter((variant) =>
    Object.values(evaluation[variant]?.familiarity?.value_by_index ?? {}).some(
      ({ completion }) => completion !== undefined,
    ),
  );
}

/** The number of the question that an item belongs to; both variants’ items have the same. */
export function questionOf({ id }: Pick<EvaluationItem, 'id'>): string {
  return id.split('-')[0] ?? id;
}

/** Two variants to compare: the wanted ones if the report has them, otherwise others. A single one is given twice. */
export function pairOf(
  report: Report,
  wanted: readonly [EvaluatedVariant, EvaluatedVariant],
): readonly [EvaluatedVariant, EvaluatedVariant] {
  const graded = gradedVariants(report);
  const first = graded.includes(wanted[0]) ? wanted[0] : (graded[0] ?? wanted[0]);
  const others = graded.filter((variant) => variant !== first);
  const second = graded.includes(wanted[1]) ? wanted[1] : (others[0] ?? first);
  return [first, second];
}

/**
 * Both variants’ completions of each prompt, side by side in random order; the prompts are shuffled too. The seed comes
 * from the report, so the order is the same after a reload; ids do not reveal the variant.
 */
export function evaluationItems(
  report: Report,
  variants: readonly [EvaluatedVariant, EvaluatedVariant],
): EvaluationItem[] {
  const seed = Number.parseInt(
    contentHash(JSON.stringify([report.hashes, report.seeds, variants])).slice(0, 7),
    16,
  );
  const random = prng(seed);
  const asked = Object.entries(report.items.familiarity ?? {});
  return shuffled(random, asked).flatMap(([index, { prompt, references }]) => {
    const pair = shuffled(random, [...new Set(variants)]).flatMap((variant, side): EvaluationItem[] => {
      const value = report.evaluation[variant]?.familiarity?.value_by_index[index];
      const grade = gradeOf(value?.score);
      if (value?.completion === undefined) return [];
      const answer = grade === null ? null : { grade };
      return [
        {
          id: `${index}-${side + 1}`,
          data: { prompt, completion: value.completion, references, voice: variant },
          suggestion: answer && { answer, certainty: certaintyOf(answer.grade, value), by: 'rules' },
          golden: null,
        },
      ];
    });
    // Equal certainty keeps a pair together in a queue sorted by it.
    const least = smallest(pair.map(({ suggestion }) => suggestion?.certainty ?? 0));
    return pair.map((item) => ({
      ...item,
      suggestion: item.suggestion && { ...item.suggestion, certainty: least },
    }));
  });
}

/** How reliable the rules are: a name unique to the text is clear-cut, a theme or a lucky guess is debatable. */
function certaintyOf(grade: HumanGrade, { findings = [] }: ItemValue): number {
  if (grade === 3) return 0.9;
  if (grade === 0) return findings.length === 0 ? 0.8 : 0.6;
  return grade === 1 ? 0.4 : 0.3;
}
