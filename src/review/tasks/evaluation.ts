/** Evaluation check: how much a completion still reveals of the forgotten text, graded blind. */
import { v } from '../../base/schema';
import type { Item, ReviewTask } from '../task';

/**
 * 3: names or details that are unique to the text and not in the prompt; 2: typical of its theme without a hint in the
 * prompt; 1: could be a lucky guess; 0: nothing (completion-based familiarity of arXiv 2310.02238).
 */
export const grades = [0, 1, 2, 3] as const;
export type HumanGrade = (typeof grades)[number];

export interface EvaluationData {
  readonly prompt: string;
  readonly completion: string;
  /** Names and words that would give the text away. */
  readonly references: readonly string[];
  /** The variant that generated it. Never shown before the decision and never exported: the check is blind. */
  readonly voice: string | null;
}

export interface EvaluationAnswer {
  readonly grade: HumanGrade;
}

export type EvaluationItem = Item<EvaluationData, EvaluationAnswer>;

export const evaluationTask: ReviewTask<EvaluationData, EvaluationAnswer> = {
  kind: 'evaluation',
  labels: grades.map(String),
  isOrdinal: true,
  reasons: ['unique-detail', 'typical-theme', 'lucky-guess', 'other'],
  shape: v.object({ grade: v.picklist(grades) }),
  fits: () => true,
  accept: (suggested) => suggested,
  propose: (answer) => answer,
  isComplete: () => true,
  questions: ({ id }) => [id],
  vote: (_item, _question, { grade }) => String(grade),
  combine: ({ id }, _answers, winners) => ({ grade: gradeOf(winners.get(id)) ?? 0 }),
};

/** The grade of a label or a number; null if it is not a grade. */
export function gradeOf(label: unknown): HumanGrade | null {
  return grades.find((grade) => String(grade) === String(label)) ?? null;
}
