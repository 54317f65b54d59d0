/** Validation of outside data with valibot. */
import * as v from 'valibot';

export { v };

/** What did not fit: where, what was expected and what was found. */
export type Mismatch = {
  readonly field: string;
  readonly expected: string;
  readonly got: string;
};

/** `data` as the schema outputs it; the first mismatch goes to `onMismatch`, which throws. */
export function validate<const S extends v.GenericSchema>(
  schema: S,
  data: unknown,
  onMismatch: (mismatch: Mismatch) => never,
): v.InferOutput<S> {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  return onMismatch({
    field: v.getDotPath(issue) ?? 'the whole value',
    expected: issue.expected ?? issue.message,
    got: issue.received,
  });
}
