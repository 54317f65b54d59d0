/** Spans among the results: their names, and results renamed as a person says. */
import { v } from '../../../base/schema';
import type { TextRange } from '../../tasks/anchors';
import { meantLabel, type SpanMapping, type SpanName } from '../mapping';

const spanSchema = v.looseObject({
  from_name: v.string(),
  type: v.string(),
  value: v.looseObject({}),
});

type SpanResult = v.InferOutput<typeof spanSchema>;

/** Types of results that are about a task, or say more about a span. */
const otherTypes = ['choices', 'textarea', 'rating', 'number', 'datetime', 'taxonomy', 'pairwise', 'ranker'];

/** A result that is a span of any control: of type `labels`, `hypertextlabels`, or one unknown here. */
export function asSpan(result: unknown): SpanResult | null {
  const read = v.safeParse(spanSchema, result);
  return read.success && !otherTypes.includes(read.output.type) ? read.output : null;
}

const htmlPlace = v.looseObject({
  globalOffsets: v.object({ start: v.number(), end: v.number() }),
  text: v.string(),
});

const HTML = 'hypertextlabels';

/**
 * A span in HTML as one of plain text: XPaths lead to its ends, and `globalOffsets` count in the text of the whole
 * document. Any other result as it is; null for a span in HTML without offsets or without a text to check them by.
 */
export function inPlainText<R extends { readonly type: string; readonly value: object }>(
  result: R,
): R | null {
  if (result.type !== HTML) return result;
  const read = v.safeParse(htmlPlace, result.value);
  if (!read.success) return null;
  const { globalOffsets, text, [HTML]: names } = read.output;
  return { ...result, type: 'labels', value: { ...globalOffsets, text, labels: names } };
}

const place = v.looseObject({ start: v.number(), end: v.number() });

/** Where a value of JSON_MIN is in the text; null if it does not say, or not in offsets. */
export function placeOf(value: unknown): TextRange | null {
  if (v.is(htmlPlace, value)) return value.globalOffsets;
  return v.is(place, value) ? value : null;
}

/** The type of a span of JSON_MIN. */
export function typeOf(value: unknown): 'labels' | typeof HTML {
  return v.is(v.looseObject({ [HTML]: v.unknown() }), value) ? HTML : 'labels';
}

const labels = v.array(v.string());

function labelsOf({ type, value }: SpanResult): readonly string[] {
  const read = v.safeParse(labels, value[type] ?? value.labels);
  return read.success ? read.output : [];
}

/** The names of all spans among the results; a span without a label has none. */
export function namesIn(results: readonly unknown[]): SpanName[] {
  return results.flatMap((result) => {
    const span = asSpan(result);
    return span ? labelsOf(span).map((label) => ({ control: span.from_name, label })) : [];
  });
}

/** The results with our names, without regions that mean something else. `control`: ours */
export function mappedResults(results: readonly unknown[], mapping: SpanMapping, control: string): unknown[] {
  const others = new Set<unknown>();
  const renamed = results.map((result) => {
    const span = asSpan(result);
    if (span === null) return result;
    const given = labelsOf(span);
    const meant = given.flatMap((label) => meantLabel(label, mapping) ?? []);
    const isAnchor = span.from_name === mapping.control && (meant.length > 0 || given.length === 0);
    if (!isAnchor) others.add(regionOf(span));
    return isAnchor ? { ...span, from_name: control, value: { ...span.value, [span.type]: meant } } : span;
  });
  return renamed.filter((result) => !others.has(regionOf(result)));
}

/** What results of one region share: their id, if there is one. */
function regionOf(result: unknown): unknown {
  return v.is(v.looseObject({ id: v.pipe(v.string(), v.nonEmpty()) }), result) ? result.id : result;
}
