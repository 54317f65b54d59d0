/** The tuning: every trial of every method that has no line yet, on development items. */
import type { Lab } from '../../src/lab/lab';
import { keysOf } from '../../src/base/records';
import type { Suite } from '../world/check/suite';
import { quickSuite } from './quick-suite';
import type { Records } from './records';
import { baselineLine, runLine, usedSettings } from './run';
import { scoreOf } from './score';
import { trialsOf } from './trials';
import { TRIALS, tuning, type TunedMethod } from './tuning';

export async function tune(
  lab: Lab,
  suite: Suite<'development'>,
  records: Records,
  isWanted: (method: TunedMethod) => boolean,
  say: (line: string) => void,
): Promise<void> {
  const quick = quickSuite(suite);
  const before = records.baseline('tuning') ?? records.add(await baselineLine(lab, quick, 'tuning'));
  for (const method of keysOf(tuning).filter(isWanted)) {
    for (let i = 0; i < TRIALS; i++) {
      const settings = trialsOf(method, records)[i];
      if (!settings || records.run('tuning', usedSettings(settings))) continue;
      const { figures, seconds } = records.add(await runLine(lab, quick, 'tuning', settings));
      const result = figures ? JSON.stringify(scoreOf(before.figures, figures, before.guessing)) : 'diverged';
      say(`${method} ${i + 1}/${TRIALS}  ${seconds.toFixed(0)} s  ${result}`);
    }
  }
}
