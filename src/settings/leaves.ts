/** The single settings among fields and groups of fields, each with the name that forms, links and texts know it by. */
import { isField, type Field, type Fields } from './field';
import { leafName } from './leaf-name';

/** `alpha` is itself; `steps` in the group `unlearn` is `unlearnSteps`. */
export type LeafName<F extends Fields> = {
  [K in keyof F & string]: F[K] extends Field ? K : `${K}${Capitalize<keyof F[K] & string>}`;
}[keyof F & string];

/** The field of one setting among `F`, by its name. */
export type FieldAt<F extends Fields, N extends string> = {
  [K in keyof F & string]: F[K] extends Field
    ? K extends N
      ? F[K]
      : never
    : { [L in keyof F[K] & string]: `${K}${Capitalize<L>}` extends N ? F[K][L] : never }[keyof F[K] & string];
}[keyof F & string];

/** Where the value of a setting is kept: `['alpha']`, or `['unlearn', 'steps']` in a group. */
export type Path = readonly [string] | readonly [string, string];

export interface Leaf<Name extends string = string> {
  readonly name: Name;
  readonly path: Path;
  readonly field: Field;
}

/** Every single setting of `fields`, in order. */
export function leavesOf<F extends Fields>(fields: F): Leaf<LeafName<F>>[] {
  const leaves = Object.entries(fields).flatMap(([key, one]): Leaf[] =>
    isField(one)
      ? [{ name: key, path: [key], field: one }]
      : Object.entries(one).map(([inner, field]) => ({
          name: leafName(key, inner),
          path: [key, inner],
          field,
        })),
  );
  // LeafName says for types what this function says for values; a mapped name cannot be followed.
  return leaves as Leaf<LeafName<F>>[];
}

/** The value of a setting; undefined if `settings` lacks it. */
export function valueAt(settings: object, [key, inner]: Path): unknown {
  const value: unknown = Reflect.get(settings, key);
  if (inner === undefined) return value;
  return typeof value === 'object' && value !== null ? Reflect.get(value, inner) : undefined;
}

/** A copy of the settings with another value for one of them. */
export function withValue<S extends object>(settings: S, [key, inner]: Path, value: unknown): S {
  if (inner === undefined) return { ...settings, [key]: value };
  const group: unknown = Reflect.get(settings, key);
  return { ...settings, [key]: { ...(typeof group === 'object' ? group : {}), [inner]: value } };
}
