/** Familiarity from human grades beside that from the rules, on the same completions. */
import { familiarityScore } from '../../evaluate/familiarity';
import { groupBy } from '../../base/group';
import { alphaOrdinal } from '../aggregate/alpha';
import type { AggregationMethod } from '../aggregate/advice';
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

/** What people decided about each completion, by `variant/number of the question`. */
export function gradesOfPeople(
  review: Review<EvaluationData, EvaluationAnswer>,
  method: AggregationMethod,
): Map<string, HumanGrade> {
  const resolutions = resolve(evaluationTask, review, method);
  return new Map(
    review.items.flatMap((item) => {
      const grade = resolutions.get(item.id)?.answer.grade;
      const { voice } = item.data;
      return grade === undefined || voice === null ? [] : [[`${voice}/${questionOf(item)}`, grade] as const];
    }),
  );
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
