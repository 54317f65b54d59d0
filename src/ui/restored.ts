/** Shows saved results at their stages after a reload; their fingerprints decide whether they are up to date. */
import type { Restored } from '../lab/restored';
import type { RunState } from './run-state.svelte';

export function showRestored(
  run: RunState,
  { reinforce, label, unlearn, evaluate, interrupted }: Restored,
): void {
  if (reinforce) run.reinforce.restore(undefined, reinforce, reinforce.seconds, reinforce);
  if (label) run.label.restore(label.labels, label, 0);
  if (unlearn) {
    const { compared, end, seconds } = unlearn;
    run.unlearn.restore({ ...compared, end }, unlearn, seconds, unlearn);
  }
  if (evaluate) run.evaluate.restore(evaluate.report, evaluate, evaluate.report.evaluation.seconds);
  if (interrupted) {
    const { stage, fingerprint, step, steps: of } = interrupted;
    run[stage].restoreInterrupted({ step, of, fingerprint }, interrupted);
  }
}
