/** What kind of thing each term names, for display and for counts; the method itself does not use it. */
import { fail } from '../files/errors';
import { v, validate } from '../base/schema';
import { normalized } from './dictionary';

export const termKinds = ['person', 'place', 'thing', 'phrase'] as const;
export type TermKind = (typeof termKinds)[number];

/** Kinds by term; not every term has one. */
export type TermKinds = ReadonlyMap<string, TermKind>;

/** Reads the value `{ "term": "person" | … }`; `path` appears in messages only. @throws LetheError file/invalid */
export function parseKinds(json: unknown, path: string): TermKinds {
  if (Array.isArray(json))
    return fail('file/invalid', { path, expected: 'an object of terms', got: 'a list' });
  const kinds = validate(v.record(v.string(), v.picklist(termKinds)), json, ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
  return new Map(Object.entries(kinds).map(([term, kind]) => [normalized(term), kind]));
}
