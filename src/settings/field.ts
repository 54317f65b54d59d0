/**
 * What a setting is: its bounds, its step in a form and its default, said once. The schema that checks it, the form, the
 * link, the command line and the docs all read it from here.
 */
import { v } from '../base/schema';

/** A number within bounds, both included. */
export interface NumberField {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** between two values of a slider or a stepper; any number within the bounds is valid, unless `integer` */
  readonly step: number;
  readonly integer: boolean;
  readonly default: number;
}

/** One of a few names. */
export interface ChoiceField<T extends string = string> {
  readonly kind: 'choice';
  readonly options: readonly T[];
  readonly default: T;
}

/** On or off. */
export interface SwitchField {
  readonly kind: 'switch';
  readonly default: boolean;
}

/** Some of a few names, at least one. */
export interface SubsetField<T extends string = string> {
  readonly kind: 'subset';
  readonly options: readonly T[];
  readonly default: readonly T[];
}

export type Field = NumberField | ChoiceField | SwitchField | SubsetField;

/** Fields by name; a group is one level deep, such as `unlearn.steps`. */
export type Fields = Readonly<Record<string, Field | FieldGroup>>;
export type FieldGroup = Readonly<Record<string, Field>>;

type FieldValue<F> =
  F extends ChoiceField<infer T>
    ? T
    : F extends SubsetField<infer T>
      ? T[]
      : F extends SwitchField
        ? boolean
        : F extends NumberField
          ? number
          : never;

/** The values that `F` describes; a group without members has none. */
export type ValuesOf<F extends Fields> = {
  -readonly [
    K in keyof F as F[K] extends Field ? K : [keyof F[K]] extends [never] ? never : K
  ]: F[K] extends Field ? FieldValue<F[K]> : { -readonly [L in keyof F[K]]: FieldValue<F[K][L]> };
};

type Bounds = Readonly<{ min: number; max: number; step: number; default: number }>;

export const integer = (bounds: Bounds): NumberField => ({ kind: 'number', integer: true, ...bounds });
export const decimal = (bounds: Bounds): NumberField => ({ kind: 'number', integer: false, ...bounds });
export const toggle = (isOn: boolean): SwitchField => ({ kind: 'switch', default: isOn });

export function choice<const T extends string>(options: readonly T[], standard: NoInfer<T>): ChoiceField<T> {
  return { kind: 'choice', options, default: standard };
}

export function subset<const T extends string>(
  options: readonly T[],
  standard: readonly NoInfer<T>[],
): SubsetField<T> {
  return { kind: 'subset', options, default: standard };
}

export function isField(one: Field | FieldGroup): one is Field {
  return typeof one.kind === 'string';
}

/** What a value of this field has to be, for messages. */
export function expectedOf(field: Field): string {
  switch (field.kind) {
    case 'number':
      return `${field.integer ? 'a whole number' : 'a number'} from ${field.min} to ${field.max}`;
    case 'choice':
      return `one of ${field.options.join(', ')}`;
    case 'switch':
      return 'true or false';
    case 'subset':
      return `a list of some of ${field.options.join(', ')}`;
  }
}

/** The schema of one value. */
export function fieldSchema(field: Field): v.GenericSchema {
  switch (field.kind) {
    case 'number': {
      const { min, max } = field;
      const bounded = v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));
      return field.integer ? v.pipe(bounded, v.safeInteger()) : bounded;
    }
    case 'choice':
      return v.picklist(field.options);
    case 'switch':
      return v.boolean();
    case 'subset':
      return v.pipe(v.array(v.picklist(field.options)), v.minLength(1));
  }
}
