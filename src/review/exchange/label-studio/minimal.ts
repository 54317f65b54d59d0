/**
 * Label Studio’s JSON_MIN: one record per annotation, the task’s data beside the values of the controls. A single value
 * stands alone, several are a list, and a value of a span has the span’s offsets only if it is a list of texts.
 */
import { v } from '../../../base/schema';
import type { TextRange } from '../../tasks/anchors';
import type { Reject } from '../rejected';
import type { Controls, Result } from './result';
import { placeOf, typeOf } from './spans';

const record = v.looseObject({
  id: v.optional(v.union([v.string(), v.number()])),
  annotation_id: v.union([v.string(), v.number()]),
  annotator: v.optional(v.unknown()),
  created_at: v.optional(v.unknown()),
  updated_at: v.optional(v.unknown()),
  lead_time: v.optional(v.unknown()),
  was_cancelled: v.optional(v.unknown()),
});

const labelled = v.union([
  v.looseObject({ labels: v.array(v.unknown()) }),
  v.looseObject({ hypertextlabels: v.array(v.unknown()) }),
]);

/** A result, or one of a type for HTML. */
type MinimalResult = Omit<Result, 'type'> & { readonly type: string };

/** Whether a value is a record of JSON_MIN rather than a task. */
export function isMinimal(value: unknown): boolean {
  return v.is(record, value) && !('annotations' in value);
}

/** The record as a task with one annotation, as in the full JSON; values that belong to no known span are rejected. */
export function asTask(value: unknown, controls: Controls, reject: Reject): unknown {
  if (!v.is(record, value)) return value;
  const {
    id,
    annotation_id: _,
    annotator: completed_by,
    created_at,
    updated_at,
    lead_time,
    was_cancelled,
    ...fields
  } = value;
  const spans = Object.entries(controls).flatMap(([name, { type }]) =>
    type === 'labels' ? listOf(fields[name]).flatMap((one) => placeOf(one) ?? []) : [],
  );
  const idOf = ({ start, end }: TextRange): string => `span-${start}-${end}`;
  const result = Object.entries(controls).flatMap(
    ([name, { to, type, isPerSpan = false }]): MinimalResult[] => {
      const values = listOf(fields[name]);
      const about = (of: string, content: MinimalResult['value'], as: string = type): MinimalResult[] => [
        { id: of, from_name: name, to_name: to, type: as, value: content },
      ];
      if (!isPerSpan && type !== 'labels') return values.length > 0 ? about('', contentOf(type, values)) : [];
      return values.flatMap((one, i) => {
        const place = placeOf(one);
        const as = type === 'labels' ? typeOf(one) : type;
        if (place) return about(idOf(place), contentOf(type, [one]), as);
        if (type === 'labels') return about('', contentOf(type, [one]), as);
        // Without offsets, the order tells the span, if every span has a value.
        const span = values.length === spans.length ? spans[i] : undefined;
        if (!span) {
          reject('unreadable', { [name]: one });
          return [];
        }
        return about(idOf(span), contentOf(type, [one]));
      });
    },
  );
  const others = Object.entries(fields).filter(([name]) => !(name in controls));
  const foreign = others.filter(([, content]) => hasSpans(content));
  const spansElsewhere = foreign.flatMap(([name, content]) =>
    listOf(content).map((one) => ({ from_name: name, type: typeOf(one), value: one })),
  );
  const data = Object.fromEntries(others.filter(([, content]) => !hasSpans(content)));
  const annotation = {
    completed_by,
    created_at,
    updated_at,
    lead_time,
    was_cancelled,
    result: [...result, ...spansElsewhere],
  };
  return { id, data, annotations: [annotation] };
}

/** Whether these are values of a control for spans, whatever its name. */
function hasSpans(content: unknown): boolean {
  return listOf(content).some((one) => placeOf(one) !== null || v.is(labelled, one));
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Values as a result has them: `choices` or `text`, always a list. A choice of several is an object. */
function contentOf(type: Result['type'], values: readonly unknown[]): Result['value'] {
  const key = type === 'textarea' ? 'text' : type;
  const [first] = values;
  return typeof first === 'object' && first !== null ? { ...first } : { [key]: values };
}
