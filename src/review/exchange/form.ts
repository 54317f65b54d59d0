/** Items and answers as flat records: the shape that tables, and the task data of other tools, have. */
import { v } from '../../base/schema';
import type { Item, ReviewTask } from '../task';
import type { Reject } from './rejected';

/** Values by field name; what JSON can hold. */
export type FormFields = Readonly<Record<string, unknown>>;

/** How one task is written to other tools and read from them. */
export interface Form<D, A> {
  readonly task: ReviewTask<D, A>;
  /** What an annotator is shown, by the names of the exchange formats. */
  fieldsOf(data: D): FormFields;
  /** null if what has to be shown is missing. `id` is the item’s. */
  dataOf(fields: FormFields, id: string): D | null;
  /** The text that tells items apart, from whatever fields there are; null if it is missing. */
  textOf(fields: FormFields): string | null;
  /** Names of the fields that an answer has. */
  readonly outputs: readonly string[];
  outputsOf(item: Item<D, A>, answer: A): FormFields;
  /** null, after saying why, if there is no answer in it. */
  answerOf(item: Item<D, A>, outputs: FormFields, reject: Reject): A | null;
}

/** A text that is not empty. */
export function textIn(fields: FormFields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A name, which other tools may have as a number. */
export function nameIn(fields: FormFields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'number' ? String(value) : textIn(fields, name);
}

/** A number, also one written as text, as tables have it. */
export function numberIn(fields: FormFields, name: string): number | null {
  const value = fields[name];
  if (value === '' || (typeof value !== 'string' && typeof value !== 'number')) return null;
  return Number.isFinite(Number(value)) ? Number(value) : null;
}

/** A list, also one written as JSON, as tables have it; what does not fit the schema is null. */
export function listIn<const S extends v.GenericSchema>(
  fields: FormFields,
  name: string,
  schema: S,
): v.InferOutput<S>[] | null {
  const value = fields[name];
  const result = v.safeParse(v.array(schema), typeof value === 'string' ? parsed(value) : value);
  return result.success ? result.output : null;
}

/** JSON, or undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
