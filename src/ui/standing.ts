/** How the stages stand to each other: what each is made from, which of them have been overtaken, what must run first. */
import type { RunSettings } from '../unlearn/settings';
import { changedSince, inputNames, settingsBasis, type Basis, type InputName } from './freshness';
import { madeStages, type MadeStage } from './stage-names';
import { watchBasis } from './watching';
import type { Workbench } from './workbench.svelte';

/** How a stage stands: `stale` has a result that something upstream has overtaken. */
export type Standing =
  | { readonly kind: 'empty' | 'ready' | 'running' | 'done' | 'failed' | 'recorded' }
  | { readonly kind: 'stale'; readonly because: readonly InputName[] };

/** What a stage is made from by these settings. */
export function basisOf(bench: Workbench, stage: MadeStage, settings: RunSettings): Basis {
  const { training, reinforcing, rules, equation, unlearning } = settingsBasis(settings);
  const model = JSON.stringify(bench.loaded?.hashes ?? null);
  const reinforced = `${bench.versions.reinforce}`;
  const dictionary = JSON.stringify(bench.world?.dictionary ?? null);
  switch (stage) {
    case 'reinforce':
      return { model, training, reinforcing };
    case 'label':
      return { model, rules, dictionary, equation, ...(settings.reinforced ? { reinforced } : {}) };
    case 'unlearn': {
      const labels = JSON.stringify([bench.versions.label, bench.overrides]);
      return { model, training, unlearning: unlearning + watchBasis(bench.watching), labels };
    }
    case 'evaluate':
      return { model, unlearned: `${bench.versions.unlearn}` };
  }
}

/** A stage is stale also when an earlier one is. */
export function standingOf(bench: Workbench, stage: MadeStage): Standing {
  const { phase, outcome } = bench[stage];
  if (phase.kind === 'running') return { kind: 'running' };
  if (phase.kind === 'failed') return { kind: 'failed' };
  if (!outcome) return { kind: missingBefore(bench, stage).length > 0 || !bench.loaded ? 'empty' : 'ready' };
  if (outcome.source === 'recorded') return { kind: 'recorded' };
  const because = [...staleBefore(bench, stage), ...changedSince(outcome.basis, bench.basis(stage))];
  if (because.length === 0) return { kind: 'done' };
  return { kind: 'stale', because: inputNames.filter((name) => because.includes(name)) };
}

/** The earlier stages that must run (again) before `stage` can. */
export function missingBefore(bench: Workbench, stage: MadeStage): MadeStage[] {
  return before(bench, stage).filter((name) => {
    const { outcome } = bench[name];
    if (outcome?.source !== 'live' || missingBefore(bench, name).length > 0) return true;
    return changedSince(outcome.basis, bench.basis(name)).length > 0;
  });
}

function before({ settings }: Workbench, stage: MadeStage): readonly MadeStage[] {
  const needed = settings.reinforced ? madeStages : madeStages.slice(1);
  return needed.slice(0, Math.max(needed.indexOf(stage), 0));
}

function staleBefore(bench: Workbench, stage: MadeStage): InputName[] {
  return before(bench, stage).flatMap((name) => {
    const { outcome } = bench[name];
    return outcome ? changedSince(outcome.basis, bench.basis(name)) : [];
  });
}
