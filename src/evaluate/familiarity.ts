/** Completion familiarity: the grades of many completions as one metric (arXiv 2310.02238). */
import type { Prng } from '../base/prng';
import { bootstrapInterval, type BootstrapOptions } from './bootstrap';
import type { FamiliarityGrade } from './grade';
import type { Interval } from './interval';
import { mean } from './mean';

/** The score of one completion: 5 for grade 3, 1 for grade 2, else 0. */
function points(grade: FamiliarityGrade): number {
  return grade === 3 ? 5 : grade === 2 ? 1 : 0;
}

/** (5·n₃ + n₂) / N, from 0 to 5; null for no grades. */
export function familiarityScore(grades: readonly FamiliarityGrade[]): number | null {
  return mean(grades.map(points));
}

/** 95 % interval of the score over the choice of prompts; null for no grades. */
export function familiarityInterval(
  grades: readonly FamiliarityGrade[],
  random: Prng,
  options?: BootstrapOptions,
): Interval | null {
  return bootstrapInterval(grades.map(points), random, options);
}

export interface SubtletyRow {
  /** 1: the prompt clearly refers to the text … 10: it hardly hints at it; null: not given */
  readonly subtlety: number | null;
  /** number of grades */
  readonly n: number;
  readonly score: number;
}

/** The score per subtlety, ascending, and last of the prompts without one. */
export function familiarityBySubtlety(
  items: readonly { readonly grade: FamiliarityGrade; readonly subtlety: number | null }[],
): SubtletyRow[] {
  const levels = new Set(items.map(({ subtlety }) => subtlety));
  return [...levels]
    .sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
    .flatMap((subtlety) => {
      const grades = items.flatMap((item) => (item.subtlety === subtlety ? [item.grade] : []));
      const score = familiarityScore(grades);
      return score === null ? [] : [{ subtlety, n: grades.length, score }];
    });
}
