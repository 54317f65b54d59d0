/** Grades from rules, from a language model and from people, on the same completions. */
import { groupBy } from '../../base/group';
import { familiarityScore } from '../../evaluate/familiarity';
import type { EvaluatedVariant } from '../../evaluate/report';
import { alphaOrdinal } from '../../review/aggregate/alpha';
import { grades, type HumanGrade } from '../../review/tasks/evaluation';

export const graders = ['rules', 'model', 'people'] as const;
type Grader = (typeof graders)[number];

export interface GradedCompletion {
  readonly id: string;
  readonly variant: EvaluatedVariant;
  readonly grades: Readonly<Partial<Record<Grader, HumanGrade>>>;
}

export interface Agreement {
  readonly rows: Grader;
  readonly columns: Grader;
  /** Completions with both grades. */
  readonly both: number;
  /** Share of equal grades. */
  readonly same: number;
  /** Krippendorff’s alpha, ordinal; null if undefined. */
  readonly alpha: number | null;
  /** [grade of `rows`][grade of `columns`]: how many completions. */
  readonly table: readonly (readonly number[])[];
}

/** Of each two graders who graded the same completions. */
export function agreements(items: readonly GradedCompletion[]): Agreement[] {
  const pairs = [['rules', 'model'], ['rules', 'people'], ['people', 'model']] as const; // prettier-ignore
  return pairs.flatMap(([rows, columns]): Agreement[] => {
    const both = items.flatMap(({ id, grades: { [rows]: a, [columns]: b } }) =>
      a === undefined || b === undefined ? [] : [{ id, a, b }],
    );
    if (both.length === 0) return [];
    const votes = both.flatMap(({ id, a, b }) => [
      { task: id, worker: rows, label: String(a) },
      { task: id, worker: columns, label: String(b) },
    ]);
    const count = (a: HumanGrade, b: HumanGrade): number =>
      both.filter((one) => one.a === a && one.b === b).length;
    return [
      {
        ...{ rows, columns, both: both.length, alpha: alphaOrdinal(votes, grades.map(String)) },
        same: both.filter(({ a, b }) => a === b).length / both.length,
        table: grades.map((a) => grades.map((b) => count(a, b))),
      },
    ];
  });
}

export interface FamiliarityBy {
  readonly variant: EvaluatedVariant;
  readonly grader: Grader;
  /** Completions that it graded. */
  readonly graded: number;
  /** 0 … 5, on those. */
  readonly score: number;
}

/** Familiarity from the grades of each grader, by variant in order of appearance. */
export function familiarityBy(items: readonly GradedCompletion[]): FamiliarityBy[] {
  return [...groupBy(items, ({ variant }) => variant)].flatMap(([variant, own]) =>
    graders.flatMap((grader): FamiliarityBy[] => {
      const given = own.flatMap(({ grades: { [grader]: grade } }) => (grade === undefined ? [] : [grade]));
      const score = familiarityScore(given);
      return score === null ? [] : [{ variant, grader, graded: given.length, score }];
    }),
  );
}
