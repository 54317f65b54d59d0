/** An annotation of Label Studio: who made it and when, and its results. */
import { v } from '../../../base/schema';

const text = v.optional(v.nullable(v.string()));

/** An annotator in Label Studio: a number, an object, or (older versions) an e-mail address with a number. */
const person = v.union([
  v.number(),
  v.string(),
  v.object({
    id: v.optional(v.nullable(v.number())),
    email: text,
    username: text,
    first_name: text,
    last_name: text,
  }),
]);

export const annotationShape = v.object({
  id: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  worker: text,
  completed_by: v.optional(v.nullable(person)),
  adjudicator: v.optional(v.nullable(v.boolean()), false),
  was_cancelled: v.optional(v.nullable(v.boolean()), false),
  ground_truth: v.optional(v.nullable(v.boolean()), false),
  lead_time: v.optional(v.nullable(v.number())),
  created_at: text,
  updated_at: text,
  result: v.array(v.unknown()),
});

export type Annotation = v.InferOutput<typeof annotationShape>;

/** The name that version 0.1 wrote if there is one, otherwise e-mail address, user name, name or number. */
export function nameOf({
  worker,
  completed_by: by,
}: Pick<Annotation, 'worker' | 'completed_by'>): string | null {
  const names =
    typeof by === 'object' && by !== null
      ? [by.email, by.username, [by.first_name, by.last_name].filter(Boolean).join(' '), by.id]
      : [by];
  const name = [worker, ...names].find((one) => one !== null && one !== undefined && one !== '');
  return name === undefined ? null : String(name);
}
