/** What a run changes of the defaults of its method, among the settings that count in it. */
import { settingsFor } from '../../methods/settings';
import { usedNames } from '../../methods/used-settings';
import type { ListedRun } from './listed-run';
import { differences } from './settings-difference';

/** Such as `unlearn.steps = 40`; method and seed are not among them. */
export function changedSettings({ known, method, settings }: ListedRun): string[] {
  const used = known ? usedNames(known) : Object.keys(settings);
  const counts = (path: string): boolean => {
    const [name = ''] = path.split('.');
    return used.includes(name) && name !== 'method' && name !== 'seed';
  };
  return differences(settingsFor(method), known ?? settings)
    .filter(({ path }) => counts(path))
    .map(({ path, b }) => `${path} = ${b}`);
}
