/** How the stages stand to each other: what each is made from, which of them have been overtaken, what must run first. */
import type { RunSettings } from '../methods/settings';
import { changedSince, inputNames, settingsBasis, type Basis, type InputName } from './freshness';
import { madeStages, type MadeStage } from './stage-names';
import { watchBasis } from './watching';
import type { RunState } from './run-state.svelte';

/** How a stage stands: `stale` has a result that something upstream has overtaken. */
export type Standing =
  | { readonly kind: 'empty' | 'ready' | 'running' | 'done' | 'failed' | 'recorded' }
  | { readonly kind: 'stale'; readonly because: readonly InputName[] };

/** What a stage is made from by these settings. */
export function basisOf(run: RunState, stage: MadeStage, settings: RunSettings): Basis {
  const { training, reinforcing, rules, equation, unlearning } = settingsBasis(settings);
  const model = JSON.stringify(run.loaded?.hashes ?? null);
  const reinforced = `${run.versions.reinforce}`;
  const dictionary = JSON.stringify(run.dataset?.dictionary ?? null);
  switch (stage) {
    case 'reinforce':
      return { model, training, reinforcing };
    case 'label':
      return { model, rules, dictionary, equation, ...(settings.reinforced ? { reinforced } : {}) };
    case 'unlearn': {
      const labels = JSON.stringify([run.versions.label, run.overrides]);
      return { model, training, unlearning: unlearning + watchBasis(run.watching), labels };
    }
    case 'evaluate':
      return { model, unlearned: `${run.versions.unlearn}` };
  }
}

/** A stage is stale also when an earlier one is. */
export function standingOf(run: RunState, stage: MadeStage): Standing {
  const { phase, outcome } = run[stage];
  if (phase.kind === 'running') return { kind: 'running' };
  if (phase.kind === 'failed') return { kind: 'failed' };
  if (!outcome) return { kind: missingBefore(run, stage).length > 0 || !run.loaded ? 'empty' : 'ready' };
  if (outcome.source === 'recorded') return { kind: 'recorded' };
  const because = [
    ...staleBefore(run, stage),
    ...changedSince(outcome.basis, basisOf(run, stage, run.settings)),
  ];
  if (because.length === 0) return { kind: 'done' };
  return { kind: 'stale', because: inputNames.filter((name) => because.includes(name)) };
}

/** The earlier stages that must run (again) before `stage` can. */
export function missingBefore(run: RunState, stage: MadeStage): MadeStage[] {
  return before(run, stage).filter((name) => {
    const { outcome } = run[name];
    if (outcome?.source !== 'live' || missingBefore(run, name).length > 0) return true;
    return changedSince(outcome.basis, basisOf(run, name, run.settings)).length > 0;
  });
}

function before({ settings }: RunState, stage: MadeStage): readonly MadeStage[] {
  const needed = settings.reinforced ? madeStages : madeStages.slice(1);
  return needed.slice(0, Math.max(needed.indexOf(stage), 0));
}

function staleBefore(run: RunState, stage: MadeStage): InputName[] {
  return before(run, stage).flatMap((name) => {
    const { outcome } = run[name];
    return outcome ? changedSince(outcome.basis, basisOf(run, name, run.settings)) : [];
  });
}
