/** Settings that come from outside: checked against their fields, or brought within them. */
import { v } from '../base/schema';
import {
  fieldSchema,
  isField,
  type Field,
  type FieldGroup,
  type Fields,
  type NumberField,
  type ValuesOf,
} from './field';
import { leavesOf, valueAt, withValue } from './leaves';

type Schema<F extends Fields> = v.GenericSchema<unknown, ValuesOf<F>>;

/** A missing setting takes its default: files of earlier versions lack the newer ones. */
export function schemaOf<F extends Fields>(fields: F): Schema<F> {
  const groups = Object.entries(fields).filter(([, one]) => Object.keys(one).length > 0);
  const schema: v.GenericSchema = v.object(
    Object.fromEntries(groups.map(([key, one]) => [key, optional(one)])),
  );
  // ValuesOf says for types what this function says for values; valibot cannot follow a mapped record.
  return schema as Schema<F>;
}

function optional(one: Field | FieldGroup): v.GenericSchema {
  if (isField(one)) return v.optional(fieldSchema(one), () => structuredClone(one.default));
  const members = Object.entries(one).map(([key, field]) => [key, optional(field)] as const);
  return v.optional(v.object(Object.fromEntries(members)), {});
}

/** Every setting at its default. */
export function defaultsOf<F extends Fields>(fields: F): ValuesOf<F> {
  return v.parse(schemaOf(fields), {});
}

/** A copy with some values changed; of a group, only those members that `changes` has. */
export function withChanges(settings: object, changes: object): object {
  return Object.entries<unknown>({ ...changes }).reduce<object>((now, [key, changed]) => {
    const old: unknown = Reflect.get(now, key);
    return { ...now, [key]: isGroup(old) && isGroup(changed) ? { ...old, ...changed } : changed };
  }, settings);
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy with every number within its bounds: earlier versions had wider ones. */
export function withinBounds<S extends object>(fields: Fields, settings: S): S {
  return leavesOf(fields).reduce((now, { path, field }) => {
    const value = valueAt(now, path);
    if (typeof value !== 'number' || field.kind !== 'number') return now;
    return withValue(now, path, nearest(field, value));
  }, settings);
}

/** A copy with the default in place of every number that is none, such as that of an empty field. */
export function withNumbers<S extends object>(fields: Fields, settings: S): S {
  return leavesOf(fields).reduce((now, { path, field }) => {
    if (field.kind !== 'number' || isNumber(field, valueAt(now, path))) return now;
    return withValue(now, path, field.default);
  }, settings);
}

const isNumber = ({ integer }: NumberField, value: unknown): boolean =>
  integer ? Number.isSafeInteger(value) : Number.isFinite(value);

/** The valid number that is nearest to `value`. */
export function nearest({ min, max, integer }: NumberField, value: number): number {
  const within = Math.min(Math.max(value, min), max);
  return integer ? Math.round(within) : within;
}
