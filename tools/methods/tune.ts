/** The tuning: every trial of every method that has no line yet, on development items. */
import type { Lab } from '../../src/lab/lab';
import { entriesOf } from '../../src/base/records';
import { parseSettings, plainSettings, type RunSettings } from '../../src/methods/settings';
import { withChanges } from '../../src/settings/check';
import type { Suite } from '../world/check/suite';
import { quickSuite } from './quick-suite';
import type { Records } from './records';
import { baselineLine, runLine, usedSettings } from './run';
import { scoreOf } from './score';
import { tuning, type Changes, type TunedMethod } from './tuning';

export async function tune(
  lab: Lab,
  suite: Suite<'development'>,
  records: Records,
  say: (line: string) => void,
): Promise<void> {
  const quick = quickSuite(suite);
  const before = records.baseline('tuning') ?? records.add(await baselineLine(lab, quick, 'tuning'));
  for (const [method, trials] of entriesOf<TunedMethod, readonly Changes[]>(tuning)) {
    for (const [i, changes] of trials.entries()) {
      const settings = trialSettings(method, changes);
      if (records.run('tuning', usedSettings(settings))) continue;
      const { figures, seconds } = records.add(await runLine(lab, quick, 'tuning', settings));
      const result = figures ? JSON.stringify(scoreOf(before.figures, figures, before.guessing)) : 'diverged';
      say(`${method} ${i + 1}/${trials.length}  ${seconds.toFixed(0)} s  ${result}`);
    }
  }
}

export function trialSettings(method: TunedMethod, changes: Changes): RunSettings {
  return parseSettings(withChanges({ ...plainSettings, method }, changes));
}
