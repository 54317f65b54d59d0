/** A stage of the run as its frame takes it: values and actions. */
import { fromEntries } from '../../base/records';
import { changedParts, fingerprint } from '../../pipeline/fingerprint';
import { isTrained, stageNames, type StageName } from '../../pipeline/stage';
import { missingBefore } from '../../pipeline/status';
import type { RunTime } from './clock/run-clock.svelte';
import type { StageActions, StageTime, StageView } from './stage-view';
import type { RunController } from './run-controller';
import type { RunState } from './run-state.svelte';
import { shownStatus, type ShownStatus } from './status';

export function stageView(run: RunState, name: StageName): StageView {
  const status = shownStatus(run, name);
  const { time } = run.clock;
  return {
    name,
    method: run.settings.method,
    status,
    stage: run.stages[name],
    time: time?.stage === name ? stageTime(time) : null,
    canStopHere: canStopHere(run, name),
    interrupted: status.kind === 'skipped' ? null : resumable(run, name),
    missing: missingBefore(run.pipeline, name, run.now),
    isLoaded: run.loaded !== null,
    isBusy: run.busy,
  };
}

function stageTime({ stageLeft, stageShare, activity }: RunTime): StageTime {
  return { left: stageLeft, share: stageShare, activity };
}

/** Whether the unlearning can end now and its model be kept: it has taken steps, and has some left. */
export function canStopHere({ stages }: RunState, name: StageName): boolean {
  const { running, progress } = stages[name];
  return name === 'unlearn' && running && progress !== null && progress.done < progress.of;
}

/** Where a training was interrupted, if its inputs have not changed since. */
function resumable({ stages, pipeline, now }: RunState, name: StageName): StageView['interrupted'] {
  const { interrupted } = stages[name];
  if (!interrupted) return null;
  const changed = changedParts(interrupted.fingerprint, fingerprint(pipeline, name, now));
  return changed.length === 0 ? interrupted : null;
}

export function stageActions({ running, pausing, state }: RunController, name: StageName): StageActions {
  return {
    run: () => void running.run(name),
    continueRun: () => void running.continueRun(name),
    pause: () => pausing.pause(name),
    step: () => pausing.step(),
    stopHere: () => pausing.stopHere(),
    resume: () => pausing.resume(name),
    cancel: () => state.stages[name].cancel(),
    rescue: () => {
      if (isTrained(name)) void running.rescue(name);
    },
  };
}

/** The status of every stage. */
export function statuses(run: RunState): Readonly<Record<StageName, ShownStatus['kind']>> {
  return fromEntries(stageNames.map((name) => [name, shownStatus(run, name).kind] as const));
}
