/** The trials of a method: which come next, and which was best. */
import { largest } from '../../src/base/extremes';
import { parseSettings, plainSettings, type RunSettings } from '../../src/methods/settings';
import { withChanges } from '../../src/settings/check';
import type { BaselineLine, Records } from './records';
import { usedSettings } from './run';
import { scoreOf } from './score';
import { tuning, type Changes, type TunedMethod, type Tuning } from './tuning';

/** Those known so far: the variations follow once every rate has run. */
export function trialsOf(method: TunedMethod, records: Records): RunSettings[] {
  const plan: Tuning = tuning[method];
  const settings = (changes: Changes): RunSettings =>
    parseSettings(withChanges({ ...plainSettings, method }, changes));
  const first = plan.rates.map((rate) => settings(plan.at(rate)));
  const best = plan.rates[bestOf(first, records) ?? -1];
  return best === undefined ? first : [...first, ...plan.variations(best).map(settings)];
}

/** The index of the trial with the best score; null while one has not run. */
export function bestOf(trials: readonly RunSettings[], records: Records): number | null {
  const before = records.baseline('tuning');
  const lines = trials.map((settings) => records.run('tuning', usedSettings(settings)));
  if (!before || lines.includes(undefined)) return null;
  const scores = lines.map((line) => score(before, line?.figures ?? null));
  return scores.indexOf(largest(scores));
}

/** Below every other if the training diverged. */
function score({ figures, guessing }: BaselineLine, after: BaselineLine['figures'] | null): number {
  return after ? scoreOf(figures, after, guessing).score : -1;
}
