/** Files of settings: what is otherwise than by default. */
import { v } from '../../src/base/schema';
import { defaultSettings, parseSettings, type RunSettings } from '../../src/methods/settings';

const changes = v.record(v.string(), v.unknown());

/** A list of runs: named changes to the default settings, one run each. */
const sweep = v.pipe(v.array(v.object({ name: v.string(), changes })), v.minLength(1));

export interface Config {
  readonly name: string;
  readonly settings: RunSettings;
}

/** The runs of a sweep's file. @throws ValiError, and LetheError settings/invalid naming a wrong setting */
export function parseSweep(data: unknown): Config[] {
  return v
    .parse(sweep, data)
    .map(({ name, changes: changed }) => ({ name, settings: changedSettings(changed) }));
}

/**
 * The default settings with changes, one level deep where a setting is an object.
 * @throws ValiError, and LetheError settings/invalid naming a wrong setting
 */
export function changedSettings(data: unknown): RunSettings {
  const merged: Record<string, unknown> = { ...defaultSettings };
  for (const [key, value] of Object.entries(v.parse(changes, data))) {
    const old = merged[key];
    merged[key] = isObject(old) && isObject(value) ? { ...old, ...value } : value;
  }
  return parseSettings(merged);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
