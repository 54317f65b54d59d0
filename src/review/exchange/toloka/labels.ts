/** Labels of spans in the outputs of a task, and outputs with our labels. */
import { v } from '../../../base/schema';
import { listIn, type FormFields } from '../form';
import { meantLabel, type SpanMapping } from '../mapping';
import { SPAN_FIELDS } from '../span-list';

const labelled = v.looseObject({ label: v.string() });

export function labelsIn(outputs: FormFields): string[] {
  return SPAN_FIELDS.flatMap((name) =>
    (listIn(outputs, name, v.unknown()) ?? []).flatMap((span) => (v.is(labelled, span) ? [span.label] : [])),
  );
}

/** Without the spans that mean something else. */
export function relabelled(outputs: FormFields, mapping: SpanMapping): FormFields {
  const fields = SPAN_FIELDS.flatMap((name) => {
    const spans = listIn(outputs, name, v.unknown());
    return spans ? [[name, spans.flatMap((span) => meantSpan(span, mapping))] as const] : [];
  });
  return { ...outputs, ...Object.fromEntries(fields) };
}

function meantSpan(span: unknown, mapping: SpanMapping): unknown[] {
  if (!v.is(labelled, span)) return [span];
  const label = meantLabel(span.label, mapping);
  return label === null ? [] : [{ ...span, label }];
}
