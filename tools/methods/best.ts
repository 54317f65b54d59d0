/** The settings with which methods are compared: those of the best trial of each. */
import { keysOf } from '../../src/base/records';
import type { MethodName } from '../../src/methods/catalogue';
import { settingsFor, type RunSettings } from '../../src/methods/settings';
import type { Records } from './records';
import { bestOf, trialsOf } from './trials';
import { TRIALS, tuning } from './tuning';

/**
 * For WHP its defaults.
 * @throws Error while a trial is missing: settings may not be chosen after the test items were seen
 */
export function comparedSettings(records: Records): Map<MethodName, RunSettings> {
  const tuned = keysOf(tuning).map((method) => {
    const trials = trialsOf(method, records);
    const best = trials.length === TRIALS ? trials[bestOf(trials, records) ?? -1] : undefined;
    if (!best) throw new Error(`${method}: not all trials have run`);
    return [method, best] as const;
  });
  return new Map<MethodName, RunSettings>([['whp', settingsFor('whp')], ...tuned]);
}
