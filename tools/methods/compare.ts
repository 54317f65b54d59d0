/** The comparison: every method with its settings, over three seeds, on all test items. */
import type { Lab } from '../../src/lab/lab';
import type { MethodName } from '../../src/methods/catalogue';
import type { Suite } from '../world/check/suite';
import { comparedSettings } from './best';
import type { Records } from './records';
import { baselineLine, runLine, usedSettings } from './run';

const SEEDS = [1, 2, 3];

/** @throws Error while a trial of the tuning is missing */
export async function compare(
  lab: Lab,
  suite: Suite<'test'>,
  records: Records,
  isWanted: (method: MethodName) => boolean,
  say: (line: string) => void,
): Promise<void> {
  const chosen = comparedSettings(records);
  if (!records.baseline('test')) records.add(await baselineLine(lab, suite, 'test'));
  for (const seed of SEEDS) {
    for (const [method, one] of chosen) {
      if (!isWanted(method)) continue;
      const settings = { ...one, seed };
      if (records.run('test', usedSettings(settings))) continue;
      const { figures } = records.add(await runLine(lab, suite, 'test', settings));
      say(`${method}, seed ${seed}  ${figures ? JSON.stringify(figures) : 'diverged'}`);
    }
  }
}
