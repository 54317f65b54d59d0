/** A grade or a verdict in a model’s answer, with its reason. */
import { quoted } from '../../base/errors';
import { v } from '../../base/schema';
import { gradeOf, type HumanGrade } from '../../review/tasks/evaluation';
import type { Verdict } from '../../review/tasks/language';
import type { Reading } from '../insist';
import { jsonValuesIn } from '../json-values';

/** A machine’s opinion. */
export interface Opinion<T> {
  readonly value: T;
  /** As the model wrote it, on one line; may be empty. */
  readonly reason: string;
}

const shape = v.looseObject({ reason: v.optional(v.unknown()) });

/** Reads any text; never throws. `key`: of the member with the value, which `read` knows or not (null). */
function readOpinion<T>(
  text: string,
  key: string,
  expected: string,
  read: (value: unknown) => T | null,
): Reading<Opinion<T> | null> {
  const objects = jsonValuesIn(text).values.flatMap((value) => {
    const parsed = v.safeParse(shape, value);
    return parsed.success ? [parsed.output] : [];
  });
  // A model that corrects itself does so below.
  for (const found of objects.toReversed()) {
    const value = Object.hasOwn(found, key) ? read(found[key]) : null;
    if (value === null) continue;
    const reason = typeof found.reason === 'string' ? quoted(found.reason.replace(/\s+/gu, ' ').trim()) : '';
    return { value: { value, reason }, complaint: null };
  }
  return { value: null, complaint: `expected {"${key}": …} with ${expected}` };
}

export function readGrade(text: string): Reading<Opinion<HumanGrade> | null> {
  return readOpinion(text, 'grade', 'a grade of 0, 1, 2 or 3', (value) =>
    typeof value === 'number' || typeof value === 'string' ? gradeOf(value) : null,
  );
}

const verdictNames = new Map<unknown, Verdict>([
  ['yes', 'correct'],
  ['no', 'incorrect'],
  ['unsure', 'unsure'],
]);

export function readLanguageVerdict(text: string): Reading<Opinion<Verdict> | null> {
  return readOpinion(
    text,
    'verdict',
    '"yes", "no" or "unsure"',
    (value) => verdictNames.get(typeof value === 'string' ? value.trim().toLowerCase() : value) ?? null,
  );
}
