/** Shows saved results at their stages after a reload; their fingerprints decide whether they are up to date. */
import { makeError } from '../../base/errors';
import { exchangeErrors } from '../../exchange/errors';
import type { Restored } from '../../lab/restored';
import type { Stages } from './stages';

export function showRestored(
  stages: Stages,
  { read, reinforce, label, unlearn, evaluate, interrupted, damaged }: Restored,
): void {
  if (read) stages.read.restore(undefined, read, read.seconds, read);
  if (reinforce) stages.reinforce.restore(undefined, reinforce, reinforce.seconds, reinforce);
  if (label) stages.label.restore(label.labels, label, 0);
  if (unlearn) {
    const { compared, end, seconds } = unlearn;
    stages.unlearn.restore({ ...compared, end }, unlearn, seconds, unlearn);
  }
  if (evaluate) stages.evaluate.restore(evaluate.report, evaluate, evaluate.report.evaluation.seconds);
  if (interrupted) {
    const { stage, fingerprint, step, steps: of } = interrupted;
    stages[stage].restoreInterrupted({ step, of, fingerprint }, interrupted);
  }
  for (const { stage, name } of damaged)
    stages[stage].fail(makeError(exchangeErrors, 'adapter/damaged', { name }));
}
