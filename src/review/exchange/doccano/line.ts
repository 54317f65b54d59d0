/**
 * A line of doccano’s JSONL. Labels are under `label`, under `labels` (old versions), or under `entities` (projects with
 * relations); version 1.5 calls the text `data`; old versions keep other keys under `meta`.
 */
import { v } from '../../../base/schema';
import type { FormFields } from '../form';

/** A line as read: its labels, and all its other fields. */
export interface Line {
  readonly labels: readonly unknown[];
  /** whether the place of the labels is empty: unlike an empty list, that is no answer */
  readonly isBlank: boolean;
  readonly fields: FormFields;
}

/** A span in code points. */
interface LabelledRange {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

const list = v.optional(
  v.nullable(
    v.union([
      v.array(v.unknown()),
      v.pipe(
        v.string(),
        v.transform((label): unknown[] | null => (label === '' ? null : [label])),
      ),
    ]),
  ),
);
const fields = v.optional(v.nullable(v.record(v.string(), v.unknown())));
const line = v.looseObject({ label: list, labels: list, entities: list, meta: fields });

const span = v.union([
  v.pipe(
    v.looseTuple([v.number(), v.number(), v.string()]),
    v.transform(([start, end, label]): LabelledRange => ({ start, end, label })),
  ),
  v.pipe(
    v.looseObject({ start_offset: v.number(), end_offset: v.number(), label: v.string() }),
    v.transform(({ start_offset: start, end_offset: end, label }): LabelledRange => ({ start, end, label })),
  ),
]);

/** null if it is no object, or has labels in none of the three places. */
export function readLine(value: unknown): Line | null {
  const read = v.safeParse(line, value);
  if (!read.success) return null;
  const { label, labels, entities, meta, ...rest } = read.output;
  const places = [label, labels, entities].filter((place) => place !== undefined);
  if (places.length === 0) return null;
  const text = rest.text ?? rest.data;
  const isBlank = places.every((place) => place === null);
  return { labels: places.flatMap((place) => place ?? []), isBlank, fields: { ...meta, ...rest, text } };
}

/** null if the label is not a span. */
export function readSpan(label: unknown): LabelledRange | null {
  const read = v.safeParse(span, label);
  return read.success ? read.output : null;
}
