/** The comparison as the file that the page shows. */
import type { WrittenMethods } from '../../src/recorded/write-recorded-methods';
import { WORLD } from '../lab/node-lab';
import type { Records } from './records';
import { metricsOf } from './score';
import { summaries, trialsOf } from './summary';

/** The best method first. @throws Error before the comparison has run */
export function recordedMethods(records: Records): WrittenMethods {
  const before = records.baseline('test');
  const order = summaries(records).map(({ method }) => method);
  const runs = records.runs('test').toSorted((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
  if (!before || runs.length === 0) throw new Error('No method has been compared yet: run with --compare.');
  return {
    model: 'models/base',
    world: WORLD,
    guessing: before.guessing,
    baseline: metricsOf(before.figures),
    runs: runs.map(({ method, settings, tokens, seconds, figures }) => ({
      method,
      seed: Number(settings.seed),
      settings,
      trials: trialsOf(method),
      tokens,
      seconds,
      figures: figures && metricsOf(figures),
    })),
  };
}
