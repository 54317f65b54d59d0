/** Shows what outlived the page at its stages: fresh where the page still asks for the same, else stale. */
import type { Restored } from '../lab/restore';
import type { Basis, InputName } from './freshness';
import type { Workbench } from './workbench.svelte';

export function showRestored(bench: Workbench, restored: Restored): void {
  const { reinforce, label, unlearn, evaluate, broken } = restored;
  if (reinforce) {
    const { settings, seconds } = reinforce;
    bench.reinforce.restore(undefined, bench.basis('reinforce', settings), seconds, reinforce);
    bench.versions.reinforce += 1;
  }
  if (label) {
    bench.label.restore(label.labels, bench.basis('label', label.settings), 0);
    bench.versions.label += 1;
  }
  if (unlearn) {
    const { settings, seconds, compared, ended, isCurrent } = unlearn;
    const basis = bench.basis('unlearn', settings);
    bench.unlearn.restore(
      { ...compared, ended },
      isCurrent ? basis : without(basis, 'labels'),
      seconds,
      unlearn,
    );
    bench.versions.unlearn += 1;
  }
  if (evaluate) {
    const { report, isCurrent } = evaluate;
    const basis = bench.basis('evaluate');
    bench.evaluate.restore(
      report,
      isCurrent ? basis : without(basis, 'unlearned'),
      report.evaluation.seconds,
    );
    bench.versions.evaluate += 1;
  }
  if (broken) {
    const { stage, settings, step, steps } = broken;
    bench[stage].restoreBroken({ step, of: steps, basis: bench.basis(stage, settings) }, broken);
  }
}

/** Of a thing that is no more. */
function without(basis: Basis, name: InputName): Basis {
  return { ...basis, [name]: '' };
}
