/**
 * An annotation of Label Studio: who made it and when, and its results. One that was submitted without results is an
 * answer, “there is nothing here”: Label Studio keeps it as an annotation like any other. One that was skipped has
 * `was_cancelled`, and is none, whatever it holds.
 */
import { v } from '../../../base/schema';
import { personName } from '../person';

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

/** Whatever may be missing without harm to the answer is null if it cannot be read. */
const lenient = <const S extends v.GenericSchema>(schema: S) => v.fallback(v.nullish(schema, null), null);

export const annotationShape = v.object({
  id: lenient(v.union([v.string(), v.number()])),
  worker: lenient(v.string()),
  completed_by: lenient(person),
  adjudicator: lenient(v.boolean()),
  was_cancelled: v.optional(v.unknown()),
  ground_truth: v.optional(v.unknown()),
  lead_time: lenient(v.number()),
  created_at: lenient(v.string()),
  updated_at: lenient(v.string()),
  /** null if it is not a list. */
  result: lenient(v.array(v.unknown())),
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
  return [worker, ...names].map(personName).find((name) => name !== null) ?? null;
}

const draftShape = v.looseObject({
  user: lenient(person),
  annotation: lenient(v.union([v.string(), v.number()])),
});

/**
 * Whether one of its task’s drafts is that of an annotation: then an empty one may be there for the draft’s sake only,
 * and is not yet an answer.
 */
export function isDrafted(annotation: Annotation, drafts: readonly unknown[]): boolean {
  return drafts.some((draft) => {
    const read = v.safeParse(draftShape, draft);
    if (!read.success) return false;
    const { annotation: id, user } = read.output;
    if (id !== null) return id === annotation.id;
    const name = nameOf({ worker: null, completed_by: user });
    return name === null || name === nameOf(annotation);
  });
}
