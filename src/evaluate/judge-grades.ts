/** Grades that a language model gave to completions, beside those of the rules. */
import { v } from '../base/schema';

export const judgeShape = v.object({
  /** the model */
  by: v.string(),
  /** variant → number of the item */
  grades: v.record(
    v.string(),
    v.record(v.string(), v.object({ grade: v.picklist([0, 1, 2, 3]), reason: v.string() })),
  ),
});

export type JudgeGrades = v.InferOutput<typeof judgeShape>;

/** Grades as they were saved; null for anything else. */
export function savedJudge(value: unknown): JudgeGrades | null {
  const parsed = v.safeParse(judgeShape, value);
  return parsed.success ? parsed.output : null;
}
