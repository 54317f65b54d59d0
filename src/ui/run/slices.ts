/** Parts of the run as several components take them. */
import type { AlphaChoice } from './alpha/alpha-choice';
import type { AskActions, AskView } from './ask/ask-view';
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

export function alphaChoice({ state, prompting }: RunController): AlphaChoice {
  return {
    shown: state.alphaView.at,
    used: state.settings.alpha,
    onmove: (alpha) => prompting.moveAlpha(alpha),
    onuse: (alpha) => (state.settings = { ...state.settings, alpha }),
  };
}

export function modelView({ entry, backend, plan, load, loaded, memory, busy }: RunState): ModelView {
  return { entry, backend, plan, phase: load.phase, loaded, memory, isBusy: busy };
}

export function modelActions({ state, loading, running }: RunController): ModelActions {
  return {
    chooseBackend: (backend) => (state.backend = backend),
    choosePlan: (plan) => (state.plan = plan),
    load: (entry) => void loading.load(entry),
    loadAndRunAll: (entry) => void running.loadAndRunAll(entry),
  };
}

export function askView({ conversation, recorded, loaded, stages, settings, load, busy }: RunState): AskView {
  return {
    conversation,
    recorded: recorded && !loaded ? recorded.run.answers.map(({ prompt }) => prompt) : [],
    isReinforced: isTrained(stages.reinforce),
    isUnlearned: isTrained(stages.unlearn),
    logitSpace: settings.logitSpace,
    isBusy: busy,
    canAsk: !load.running && !conversation.stage.running,
  };
}

/** Whether its model is of this device: while it trains, it can be asked as it is so far. */
function isTrained({ outcome, progress, running }: RunState['stages']['reinforce' | 'unlearn']): boolean {
  return outcome?.source === 'live' || (running && progress !== null);
}

export function askActions({ state, prompting }: RunController): AskActions {
  const { conversation } = state;
  return {
    write: (prompt) => (conversation.prompt = prompt),
    send: (prompt, asking) => void prompting.ask(prompt, asking),
    stop: () => conversation.stage.cancel(),
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
