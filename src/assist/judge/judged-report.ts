/** The completions of a report as questions for a judge, and the grades of all graders in it. */
import { gradedVariants } from '../../review/evaluation/items';
import { gradeOf, type HumanGrade } from '../../review/tasks/evaluation';
import type { EvaluatedVariant, Report } from '../../evaluate/report';
import type { JudgeGrades, PeopleGrades } from '../../evaluate/judge-grades';
import type { GradedCompletion } from './compared';
import type { Judged } from './judge-completions';
import type { Opinions } from './opinions';

interface Completion extends Judged {
  readonly variant: EvaluatedVariant;
  /** Number of its question in the report. */
  readonly index: string;
  /** null: the rules gave none */
  readonly rules: HumanGrade | null;
}

/** Every graded completion of every variant. The ids are only for us: no question contains them. */
export function completionsIn(report: Report): Completion[] {
  return gradedVariants(report).flatMap((variant) =>
    Object.entries(report.items.familiarity ?? {}).flatMap(([index, { prompt, references }]) => {
      const value = report.evaluation[variant]?.familiarity?.value_by_index[index];
      if (value?.completion === undefined) return [];
      const { completion, score } = value;
      return [
        { id: `${variant}/${index}`, variant, index, prompt, references, completion, rules: gradeOf(score) },
      ];
    }),
  );
}

/** The report with a judge’s grades; those of an earlier one of the same name stay where there is no new one. */
export function withJudge(report: Report, { given, by }: Pick<Opinions<HumanGrade>, 'given' | 'by'>): Report {
  const before = report.judge?.by === by ? report.judge.grades : {};
  const grades: JudgeGrades['grades'] = Object.fromEntries(
    Object.entries(before).map(([variant, own]) => [variant, { ...own }]),
  );
  for (const { id, variant, index } of completionsIn(report)) {
    const opinion = given.get(id);
    if (opinion) (grades[variant] ??= {})[index] = { grade: opinion.value, reason: opinion.reason };
  }
  return { ...report, judge: { by, grades } };
}

/** The grades of all graders. `people`: by `variant/index`. Default: those in the report */
export function gradesIn(
  report: Report,
  people: ReadonlyMap<string, HumanGrade> = peopleIn(report),
): GradedCompletion[] {
  return completionsIn(report).map(({ id, variant, index, rules }) => {
    const model = report.judge?.grades[variant]?.[index]?.grade;
    const human = people.get(id);
    return {
      id,
      variant,
      grades: {
        ...(rules !== null && { rules }),
        ...(model !== undefined && { model }),
        ...(human !== undefined && { people: human }),
      },
    };
  });
}

const peopleOf = ({ human = [] }: Report): PeopleGrades =>
  human.find(({ task }) => task === 'evaluation')?.grades ?? {};

function peopleIn(report: Report): Map<string, HumanGrade> {
  return new Map(
    Object.entries(peopleOf(report)).flatMap(([variant, own]) =>
      Object.entries(own).map(([index, grade]) => [`${variant}/${index}`, grade] as const),
    ),
  );
}

/** Whether anyone but the rules graded its completions. */
export const isGraded = (report: Report): boolean =>
  report.judge !== undefined || Object.keys(peopleOf(report)).length > 0;
