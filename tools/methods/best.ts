/** The best trial of each method, and the settings with which methods are compared. */
import { entriesOf } from '../../src/base/records';
import type { MethodName } from '../../src/methods/catalogue';
import { parseSettings, settingsFor, type RunSettings } from '../../src/methods/settings';
import type { Records, RunLine } from './records';
import { usedSettings } from './run';
import { scoreOf, type Score } from './score';
import { trialSettings } from './tune';
import { tuning, type Changes, type TunedMethod } from './tuning';

/** Null until every trial of the method has run. */
function bestTrial(records: Records, method: TunedMethod): (RunLine & Score) | null {
  const before = records.baseline('tuning');
  const trials = tuning[method].map((changes: Changes) =>
    records.run('tuning', usedSettings(trialSettings(method, changes))),
  );
  if (!before || trials.includes(undefined)) return null;
  const scored = trials.flatMap((trial) =>
    trial?.figures ? [{ ...trial, ...scoreOf(before.figures, trial.figures, before.guessing) }] : [],
  );
  return scored.sort((a, b) => b.score - a.score)[0] ?? null;
}

/**
 * The settings of each method in the comparison: those of its best trial, and for WHP its defaults.
 * @throws Error while a trial is missing: nobody may choose settings after the test items were seen
 */
export function comparedSettings(records: Records): Map<MethodName, RunSettings> {
  const tuned = entriesOf<TunedMethod, readonly Changes[]>(tuning).map(([method]) => {
    const best = bestTrial(records, method);
    if (!best) throw new Error(`${method}: not all trials have run..`);
    return [method, parseSettings(best.settings)] as const;
  });
  return new Map<MethodName, RunSettings>([['whp', settingsFor('whp')], ...tuned]);
}
