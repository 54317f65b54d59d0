/** Parts of the run as several components take them. */
import type { AlphaChoice } from './alpha/alpha-choice';
import type { ModelActions, ModelView } from './model-view';
import type { SettingsForm } from './settings-form';
import type { RunController } from './run-controller';
import type { RunState } from './run-state.svelte';
import type { RunActions, RunView } from './run-view';
import { canStopHere } from './stage-slices';

export function settingsForm(run: RunState): SettingsForm {
  return {
    settings: run.settings,
    disabled: run.busy,
    onchange: (settings) => (run.settings = settings),
  };
}

export function alphaChoice({ state }: RunController): AlphaChoice {
  return {
    shown: state.alphaView.at,
    used: state.settings.alpha,
    onmove: (alpha) => (state.alphaView.at = alpha),
    onuse: (alpha) => (state.settings = { ...state.settings, alpha }),
  };
}

export function modelView({ entry, backend, load, loaded, memory, busy }: RunState): ModelView {
  return { entry, backend, phase: load.phase, loaded, memory, isBusy: busy };
}

export function modelActions({ state, loading, running }: RunController): ModelActions {
  return {
    chooseBackend: (backend) => (state.backend = backend),
    load: (entry) => void loading.load(entry),
    loadAndRunAll: (entry) => void running.loadAndRunAll(entry),
  };
}

/** The run that is going on; null while none is. */
export function runView(run: RunState): RunView | null {
  const { time } = run.clock;
  if (!time) return null;
  const { progress, paused, losses } = run.stages[time.stage];
  return { ...time, progress, isPaused: paused, canStopHere: canStopHere(run, time.stage), losses };
}

export function runActions({ state, running, pausing }: RunController): RunActions {
  const { clock } = state;
  return {
    pause: () => {
      if (clock.time) pausing.pause(clock.time.stage);
    },
    resume: () => {
      if (clock.time) pausing.resume(clock.time.stage);
    },
    stopHere: () => pausing.stopHere(),
    stop: () => running.stopAll(),
  };
}
