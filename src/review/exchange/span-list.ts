/**
 * Spans as a list in one field: ours have `start`, `end`, `text`, `kind` and `translations`; those of Toloka’s
 * text-annotation field have `offset`, `length` and `label`, in UTF-16 units.
 */
import { v } from '../../base/schema';
import type { AnchorAnswer, AnchorData } from '../tasks/anchors';
import { listIn, type FormFields, type FoundItem } from './form';
import type { OffsetUnit } from './offsets';
import type { Reject } from './rejected';
import { saidText } from './said-value';
import { ANCHOR, answerFromSpans, kindOfLabel, type ForeignSpan } from './spans';

/** The fields that may hold the list: ours, and the usual name in Toloka’s templates. */
export const SPAN_FIELDS = ['spans', 'result'] as const;

const optional = <const S extends v.GenericSchema>(schema: S) => v.nullish(schema, null);
const meaning = {
  text: optional(v.string()),
  label: optional(v.string()),
  kind: optional(v.string()),
  translations: optional(v.array(v.string())),
};
const byEnds = v.looseObject({ start: v.number(), end: v.number(), ...meaning });
const byLength = v.pipe(
  v.looseObject({ offset: v.number(), length: v.number(), ...meaning }),
  v.transform(({ offset, length, ...rest }) => ({
    ...rest,
    start: offset,
    end: offset + length,
    isToloka: true,
  })),
);
const listed = v.union([byEnds, byLength]);

/** The answer of the list; null, after a call of `reject`, if there is none that can be read as a whole. */
export function answerFromList(
  found: FoundItem<AnchorData, AnchorAnswer>,
  outputs: FormFields,
  reject: Reject,
): AnchorAnswer | null {
  const [name] = SPAN_FIELDS.filter((one) => saidText(outputs[one]) !== null || Array.isArray(outputs[one]));
  if (name === undefined) return reject('incomplete');
  const spans = listIn(outputs, name, listed);
  if (spans === null) return reject('unreadable', outputs[name]);
  const foreign: ForeignSpan[] = [];
  for (const { start, end, text, label, kind: given, translations } of spans) {
    const kind = kindOfLabel(given ?? label ?? ANCHOR);
    if (kind === undefined) return reject('unknown-label', given ?? label);
    foreign.push({ start, end, text, kind, translations });
  }
  const isToloka = spans.some((span) => 'isToloka' in span);
  const units: readonly OffsetUnit[] | undefined = isToloka ? ['utf-16'] : undefined;
  return answerFromSpans(found, foreign, reject, units);
}
