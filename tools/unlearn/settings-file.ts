/** Settings files: settings that differ from the defaults. */
import { v } from '../../src/base/schema';
import { parseSettings, settingsFor, type RunSettings } from '../../src/methods/settings';
import { withChanges } from '../../src/settings/check';

const changes = v.record(v.string(), v.unknown());

/** A list of runs: named changes to the default settings, one run each. */
const sweep = v.pipe(v.array(v.object({ name: v.string(), changes })), v.minLength(1));

export interface Config {
  readonly name: string;
  readonly settings: RunSettings;
}

/** The runs of a sweep file. @throws ValiError, and LetheError settings/invalid naming the invalid setting */
export function parseSweep(data: unknown): Config[] {
  return v
    .parse(sweep, data)
    .map(({ name, changes: changed }) => ({ name, settings: changedSettings(changed) }));
}

/**
 * The defaults of the method that the changes name, with the changes applied; groups are merged one level deep.
 * @throws ValiError, and LetheError settings/invalid naming the invalid setting
 */
export function changedSettings(data: unknown): RunSettings {
  const changed = v.parse(changes, data);
  const { method } = parseSettings({ method: changed.method });
  return parseSettings(withChanges(settingsFor(method), changed));
}
