/** Grades that a language model and people gave to completions, beside those of the rules. */
import { v } from '../base/schema';

const grade = v.picklist([0, 1, 2, 3]);

export const judgeShape = v.object({
  /** the model */
  by: v.string(),
  /** variant → number of the item */
  grades: v.record(v.string(), v.record(v.string(), v.object({ grade, reason: v.string() }))),
});

export type JudgeGrades = v.InferOutput<typeof judgeShape>;

/** What people agreed on: variant → number of the item → grade. */
export const peopleShape = v.record(v.string(), v.record(v.string(), grade));

export type PeopleGrades = v.InferOutput<typeof peopleShape>;

/** Grades as they were saved; null for anything else. */
export function savedJudge(value: unknown): JudgeGrades | null {
  const parsed = v.safeParse(judgeShape, value);
  return parsed.success ? parsed.output : null;
}
