/** Shows what outlived the page at its stages: fresh where the page still asks for the same, else stale. */
import type { Restored } from '../lab/restored';
import type { Basis, InputName } from './freshness';
import type { RunState } from './run-state.svelte';
import { basisOf } from './standing';

export function showRestored(run: RunState, restored: Restored): void {
  const { reinforce, label, unlearn, evaluate, broken } = restored;
  if (reinforce) {
    const { settings, seconds } = reinforce;
    run.reinforce.restore(undefined, basisOf(run, 'reinforce', settings), seconds, reinforce);
    run.versions.reinforce += 1;
  }
  if (label) {
    run.label.restore(label.labels, basisOf(run, 'label', label.settings), 0);
    run.versions.label += 1;
  }
  if (unlearn) {
    const { settings, seconds, compared, ended, isCurrent } = unlearn;
    const basis = basisOf(run, 'unlearn', settings);
    run.unlearn.restore(
      { ...compared, ended },
      isCurrent ? basis : without(basis, 'labels'),
      seconds,
      unlearn,
    );
    run.versions.unlearn += 1;
  }
  if (evaluate) {
    const { report, isCurrent } = evaluate;
    const basis = basisOf(run, 'evaluate', run.settings);
    run.evaluate.restore(report, isCurrent ? basis : without(basis, 'unlearned'), report.evaluation.seconds);
    run.versions.evaluate += 1;
  }
  if (broken) {
    const { stage, settings, step, steps } = broken;
    run[stage].restoreBroken({ step, of: steps, basis: basisOf(run, stage, settings) }, broken);
  }
}

/** Of a thing that is no more. */
function without(basis: Basis, name: InputName): Basis {
  return { ...basis, [name]: '' };
}
