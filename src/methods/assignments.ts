/** Settings as `unlearn.steps=40`, as `npm run unlearn -- --set` takes them. */
import { nearestName } from '../base/nearest-name';
import { isSame } from '../base/same';
import { expectedOf } from '../settings/field';
import { valueAt, withValue } from '../settings/leaves';
import { readValue, valueText } from '../settings/text';
import { fail } from './errors';
import { settingLeaves, settingsFor, type RunSettings } from './settings';

/**
 * What differs from `defaults`, without method and seed, which have options of their own.
 * @param defaults those of the method, unless others are given
 */
export function assignmentsOf(settings: RunSettings, defaults = settingsFor(settings.method)): string[] {
  return settingLeaves.flatMap(({ path }) => {
    const value = valueAt(settings, path);
    const isElsewhere = path[0] === 'method' || path[0] === 'seed';
    if (isElsewhere || isSame(value, valueAt(defaults, path))) return [];
    return [`${path.join('.')}=${valueText(value)}`];
  });
}

const names = settingLeaves.map(({ path }) => path.join('.'));

/**
 * The changes that the assignments make, as a settings file has them; bounds are not checked yet.
 * @throws LetheError settings/invalid for one that cannot be read
 */
export function readAssignments(assignments: readonly string[]): object {
  return assignments.reduce((changes, text) => {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [];
    const leaf = settingLeaves.find(({ path }) => path.join('.') === name);
    if (!leaf) {
      const meant = nearestName(name, names);
      const expected =
        name === '' || meant === undefined
          ? 'the name of a setting, then =, then its value, such as unlearn.steps=40'
          : `a known setting such as "${meant}"`;
      return fail('settings/invalid', { field: name || text, expected, got: text });
    }
    const { field, path } = leaf;
    const read = readValue(field, value);
    // What was read is written back the same, or something of it was left out.
    if (read === undefined || (field.kind === 'subset' && valueText(read) !== value))
      return fail('settings/invalid', { field: name, expected: expectedOf(field), got: value });
    return withValue(changes, path, read);
  }, {});
}
