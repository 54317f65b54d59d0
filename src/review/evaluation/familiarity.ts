/** Familiarity from human grades beside that from the rules, on the same completions. */
import { familiarityScore } from '../../evaluate/familiarity';
import type { PeopleGrades } from '../../evaluate/judge-grades';
import { groupBy } from '../../base/group';
import { alphaOrdinal } from '../aggregate/alpha';
import type { AggregationMethod } from '../aggregate/names';
import { resolve } from '../resolve';
import type { Review } from '../review';
import {
  evaluationTask,
  grades,
  type EvaluationAnswer,
  type EvaluationData,
  type HumanGrade,
} from '../tasks/evaluation';
import { questionOf } from './items';

export interface HumanFamiliarity {
  readonly variant: string;
  /** Completions with both a human grade and one from the rules. */
  readonly graded: number;
  /** Completions of this variant. */
  readonly of: number;
  /** 0 … 5, on the graded ones. */
  readonly human: number;
  readonly automatic: number;
  /** Share of equal grades. */
  readonly same: number;
  /** Krippendorff’s alpha, ordinal, of human grades against rules; null if undefined. */
  readonly alpha: number | null;
}

/** What people decided about each completion, as a report keeps it. */
export function peopleGrades(
  review: Review<EvaluationData, EvaluationAnswer>,
  method: AggregationMethod,
): PeopleGrades {
  const grades: PeopleGrades = {};
  for (const [{ variant, index }, grade] of decidedGrades(review, method))
    (grades[variant] ??= {})[index] = grade;
  return grades;
}

/** The same, by `variant/number of the question`. */
export function gradesOfPeople(
  review: Review<EvaluationData, EvaluationAnswer>,
  method: AggregationMethod,
): Map<string, HumanGrade> {
  return new Map(
    decidedGrades(review, method).map(([{ variant, index }, grade]) => [`${variant}/${index}`, grade]),
  );
}

function decidedGrades(
  review: Review<EvaluationData, EvaluationAnswer>,
  method: AggregationMethod,
): (readonly [{ readonly variant: string; readonly index: string }, HumanGrade])[] {
  const resolutions = resolve(evaluationTask, review, method);
  return review.items.flatMap((item) => {
    const grade = resolutions.get(item.id)?.answer.grade;
    const { voice: variant } = item.data;
    return grade === undefined || variant === null
      ? []
      : [[{ variant, index: questionOf(item) }, grade] as const];
  });
}

/** By variant, in order of appearance; variants without a grade are left out. */
export function humanFamiliarity(
  review: Review<EvaluationData, EvaluationAnswer>,
  method: AggregationMethod,
): HumanFamiliarity[] {
  const resolutions = resolve(evaluationTask, review, method);
  const known = review.items.filter(({ data }) => data.voice !== null);
  return [...groupBy(known, ({ data }) => data.voice ?? '')].flatMap(
    ([variant, items]): HumanFamiliarity[] => {
      const pairs = items.flatMap(({ id, suggestion }) => {
        const human = resolutions.get(id)?.answer.grade;
        const automatic = suggestion?.answer.grade;
        return human === undefined || automatic === undefined ? [] : [{ id, human, automatic }];
      });
      const human = familiarityScore(pairs.map((pair) => pair.human));
      const automatic = familiarityScore(pairs.map((pair) => pair.automatic));
      if (human === null || automatic === null) return [];
      const votes = pairs.flatMap((pair) => [
        { task: pair.id, worker: 'human', label: String(pair.human) },
        { task: pair.id, worker: 'automatic', label: String(pair.automatic) },
      ]);
      return [
        {
          variant,
          graded: pairs.length,
          of: items.length,
          human,
          automatic,
          same: pairs.filter((pair) => pair.human === pair.automatic).length / pairs.length,
          alpha: alphaOrdinal(votes, grades.map(String)),
        },
      ];
    },
  );
}
