/** Items and answers as flat records, the shape of tables and of other tools’ task data. */
import { tryJson } from '../../base/json';
import { v } from '../../base/schema';
import type { Item, ReviewTask } from '../task';
import type { Reject } from './rejected';

/** JSON values by field name. */
export type FormFields = Readonly<Record<string, unknown>>;

/** An item that a record of a file is about. */
export interface FoundItem<D, A> {
  readonly item: Item<D, A>;
  /** The item’s text as the file has it, which offsets count: its line breaks may be others. null: it has none. */
  readonly textInFile: string | null;
}

/** How one task is written to other tools and read from them. */
export interface Form<D, A> {
  readonly task: ReviewTask<D, A>;
  /** Whether an answer is a list of spans. */
  readonly hasSpans: boolean;
  /** What an annotator is shown, by field name of the exchange formats. */
  fieldsOf(data: D): FormFields;
  /** null if a field that must be shown is missing. `id` is the item’s. */
  dataOf(fields: FormFields, id: string): D | null;
  /** The text that identifies an item, from the fields present; null if it is missing. */
  textOf(fields: FormFields): string | null;
  /** Names of the fields of an answer. */
  readonly outputs: readonly string[];
  outputsOf(item: Item<D, A>, answer: A): FormFields;
  /** null, after a call of `reject`, if there is no answer in `outputs`. */
  answerOf(found: FoundItem<D, A>, outputs: FormFields, reject: Reject): A | null;
}

/** A non-empty text, or null. */
export function textIn(fields: FormFields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An id, which may be a number in other tools. */
export function idIn(fields: FormFields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'number' ? String(value) : textIn(fields, name);
}

/** A number, or one written as text, as in tables. */
export function numberIn(fields: FormFields, name: string): number | null {
  const value = fields[name];
  if (value === '' || (typeof value !== 'string' && typeof value !== 'number')) return null;
  return Number.isFinite(Number(value)) ? Number(value) : null;
}

/** A list, or one written as JSON, as in tables; null if it does not fit the schema. */
export function listIn<const S extends v.GenericSchema>(
  fields: FormFields,
  name: string,
  schema: S,
): v.InferOutput<S>[] | null {
  const value = fields[name];
  const result = v.safeParse(v.array(schema), typeof value === 'string' ? parsed(value) : value);
  return result.success ? result.output : null;
}

/** The parsed JSON, or undefined if it is invalid. */
export function parsed(text: string): unknown {
  const result = tryJson(text);
  return 'value' in result ? result.value : undefined;
}
