/** Settings files: settings that differ from the defaults. What is unknown or out of bounds is refused by name. */
import { readFileSync } from 'node:fs';
import { hasCode, LetheError } from '../../src/base/errors';
import { parseJson } from '../../src/base/json';
import { nearestName } from '../../src/base/nearest-name';
import { repeatedKey } from '../../src/base/repeated-key';
import { v, validate } from '../../src/base/schema';
import { fail, settingsErrors } from '../../src/methods/errors';
import type { MethodName } from '../../src/methods/catalogue';
import { parseSettings, settingFields, settingsFor, type RunSettings } from '../../src/methods/settings';
import { withChanges } from '../../src/settings/check';
import { isField, type Field, type FieldGroup } from '../../src/settings/field';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const changes = v.pipe(
  v.unknown(),
  v.check(isObject, 'an object of settings'),
  v.record(v.string(), v.unknown()),
);

/** Named changes to the default settings. */
const run = { name: v.string(), changes };
/** A list of runs. */
const sweep = v.pipe(v.array(v.strictObject(run)), v.minLength(1));

export interface Config {
  readonly name: string;
  readonly settings: RunSettings;
}

/** What changes are applied to: the defaults of a method, those of that method for a text of the user's, or a preset. */
export type Start = (method: MethodName) => RunSettings;

/** @throws LetheError settings/file naming the file and the first setting that does not fit */
export function readSettingsFile(path: string): Readonly<Record<string, unknown>> {
  const changed = readAs(path, changes);
  inFile(path, '', () => changedSettings(changed));
  return changed;
}

/** The runs of a sweep file. @throws LetheError settings/file naming the file, the run and the setting */
export function readSweepFile(path: string, start: Start = settingsFor): Config[] {
  return readAs(path, sweep, checkRuns).map(({ name, changes: changed }, i) => ({
    name,
    settings: inFile(path, `${i}.changes.`, () => changedSettings(changed, start)),
  }));
}

/**
 * The defaults of the method that the changes name, with the changes applied; groups are merged one level deep.
 * @throws LetheError settings/invalid naming the invalid setting
 */
export function changedSettings(
  changed: Readonly<Record<string, unknown>>,
  start: Start = settingsFor,
): RunSettings {
  checkNames(changed, settingFields, '');
  const { method } = parseSettings({ method: changed.method });
  return parseSettings(withChanges(start(method), changed));
}

/** Refuses a key that a run of a sweep does not have. */
function checkRuns(data: unknown, refuse: RefuseField): void {
  for (const [i, one] of (Array.isArray(data) ? data : []).entries()) {
    const unknown = Object.keys(isObject(one) ? one : {}).find((key) => !Object.hasOwn(run, key));
    if (unknown !== undefined) refuse(`${i}.${unknown}`, knownSuchAs(unknown, run), 'an unknown one');
  }
}

/** What was expected in place of a name. */
function knownSuchAs(name: string, known: object): string {
  const meant = nearestName(name, Object.keys(known));
  return meant === undefined ? 'nothing here' : `a known setting such as "${meant}"`;
}

function checkNames(
  changed: object,
  known: Readonly<Record<string, Field | FieldGroup>>,
  inside: string,
): void {
  for (const [name, value] of Object.entries<unknown>({ ...changed })) {
    const field = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!field) {
      const expected = knownSuchAs(name, known);
      return fail('settings/invalid', { field: inside + name, expected, got: 'an unknown one' });
    }
    if (isField(field)) continue;
    if (isObject(value)) checkNames(value, field, `${name}.`);
    else {
      const expected = `an object with ${Object.keys(field).join(', ')}`;
      fail('settings/invalid', { field: name, expected, got: JSON.stringify(value) });
    }
  }
}

type RefuseField = (field: string, expected: string, got: string) => never;

/** `check`: refuses what the schema would not describe well */
function readAs<const S extends v.GenericSchema>(
  path: string,
  schema: S,
  check: (data: unknown, refuse: RefuseField) => void = () => undefined,
): v.InferOutput<S> {
  const refuse: RefuseField = (field, expected, got) => fail('settings/file', { path, field, expected, got });
  const text = read(path).replace(/^\uFEFF/, '');
  const data = parseJson(text, (expected, got) => refuse('the whole file', expected, got));
  const twice = repeatedKey(text);
  if (twice) refuse(twice.key, 'every setting once', `another one in line ${twice.line}`);
  check(data, refuse);
  return validate(schema, data, ({ field, expected, got }) => refuse(field, expected, got));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    return fail('settings/file', { path, field: 'the whole file', expected: 'a file', got }, error);
  }
}

/** What `check` returns; an invalid setting is named with its file, and its place there. */
function inFile<T>(path: string, place: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof LetheError) || !hasCode(error, settingsErrors, 'settings/invalid')) throw error;
    const { field = '', expected = '', got = '' } = error.params;
    return fail('settings/file', { path, field: place + field, expected, got }, error);
  }
}
