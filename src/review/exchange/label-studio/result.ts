/** Label Studio’s results: the value of one control for one object. Shapes of spans, choices and free texts. */
import { v } from '../../../base/schema';
import type { Reject } from '../rejected';

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
  to_name: v.string(),
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

/** The results that fit the controls; the others are rejected one by one. */
export function fittingResults(
  results: readonly unknown[],
  controls: Controls,
  reject: Reject,
): ForeignResult[] {
  return results.flatMap((result): ForeignResult[] => {
    const read = v.safeParse(resultSchema, result);
    if (!read.success) reject('unreadable', result);
    else {
      const { from_name: name, to_name: to, type } = read.output;
      const control = controls[name];
      if (control?.to !== to) reject('wrong-name', `${name} → ${to}`);
      else if (control.type !== type) reject('wrong-type', `${name}: ${type}`);
      else return [read.output];
    }
    return [];
  });
}

/** Whether no span was left out: `fitting` are those of `results` that fit the controls. */
export function hasAllSpans(fitting: readonly ForeignResult[], results: readonly unknown[]): boolean {
  const count = (some: readonly unknown[]): number => some.filter((one) => v.is(spanResult, one)).length;
  return count(fitting) === count(results);
}

const spanResult = v.looseObject({ value: v.looseObject({ start: v.number() }) });

/** The first text of a control; null if it has none. */
export function saidBy(results: readonly ForeignResult[], name: string): string | null {
  return results.filter((result) => result.from_name === name).flatMap(textareaTexts)[0] ?? null;
}
