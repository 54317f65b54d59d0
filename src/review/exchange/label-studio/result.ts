/** Label Studio’s results: the value of one control for one object. Shapes of spans, choices and free texts. */
import { groupBy } from '../../../base/group';
import { v } from '../../../base/schema';
import type { Reject } from '../rejected';
import { asSpan, inPlainText } from './spans';

export interface Result {
  /** Results of the same span share an id. */
  readonly id: string;
  readonly from_name: string;
  readonly to_name: string;
  readonly type: 'labels' | 'choices' | 'textarea';
  readonly value: Readonly<Record<string, unknown>>;
}

/** As in a file: a result without an id belongs to no span. */
const resultSchema = v.object({
  id: v.optional(v.string(), ''),
  from_name: v.string(),
  type: v.string(),
  value: v.looseObject({}),
});

export type ForeignResult = v.InferOutput<typeof resultSchema>;

interface Control {
  /** The object that it is about. */
  readonly to: string;
  readonly type: Result['type'];
  /** Whether each span has its own value. Default: false */
  readonly isPerSpan?: boolean;
}

/** The controls of an interface, by name. */
export type Controls = Readonly<Record<string, Control>>;

const values = v.array(v.string());

/** The texts of a choice, a free text or a label. */
export function textareaTexts({ type, value }: ForeignResult): string[] {
  const result = v.safeParse(values, value[type === 'textarea' ? 'text' : type]);
  return result.success ? result.output : [];
}

/**
 * The results that fit the controls. Results of other controls are listed and left out; the rest is the answer. null,
 * after a call of `reject`, if part of the answer cannot be read: a span of another control, a result without its shape
 * or type, or several choices where one is asked for.
 */
export function fittingResults(
  results: readonly unknown[],
  controls: Controls,
  reject: Reject,
): ForeignResult[] | null {
  const fitting: ForeignResult[] = [];
  for (const result of results.filter((one) => !isRelation(one))) {
    const read = v.safeParse(resultSchema, result);
    if (!read.success) return reject('unreadable', result);
    const { from_name: name } = read.output;
    const control = controls[name];
    const plain = inPlainText(read.output);
    if (plain === null) return reject('html-offsets', name);
    if (control && control.type !== plain.type) return reject('wrong-type', `${name}: ${plain.type}`);
    if (control) fitting.push(plain);
    else {
      reject('wrong-name', name);
      if (asSpan(result)) return null;
    }
  }
  const choices = fitting.filter(
    ({ type, from_name: name }) => type === 'choices' && controls[name]?.isPerSpan !== true,
  );
  const several = [...groupBy(choices, ({ from_name: name }) => name)].find(
    ([, group]) => new Set(group.flatMap(textareaTexts)).size > 1,
  );
  return several ? reject('several', several[1].flatMap(textareaTexts)) : fitting;
}

/** A link between spans, which has no control. */
function isRelation(result: unknown): boolean {
  return v.is(v.looseObject({ type: v.literal('relation') }), result);
}

/** The first text of a control, whatever else is among the results; null if it has none. */
export function saidIn(results: readonly unknown[], name: string): string | null {
  const readable = results.filter((result): result is ForeignResult => v.is(resultSchema, result));
  return saidBy(readable, name);
}

/** The first text of a control; null if it has none. */
export function saidBy(results: readonly ForeignResult[], name: string): string | null {
  return results.filter((result) => result.from_name === name).flatMap(textareaTexts)[0] ?? null;
}
