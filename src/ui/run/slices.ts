/** Parts of the run as several components take them. */
import type { AlphaChoice } from './alpha/alpha-choice';
import type { AskActions, AskView } from './ask/ask-view';
import type { ModelActions, ModelView } from './model-view';
import type { SettingsForm } from './settings-form';
import type { RunController } from './run-controller';
import type { RunState } from './run-state.svelte';
import type { SeeActions, SeeView } from './see-view';
import { stageNames } from '../../pipeline/stage';

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

export function askView({ conversation, recorded, loaded, stages, settings, busy }: RunState): AskView {
  return {
    conversation,
    recorded: recorded && !loaded ? recorded.run.answers.map(({ prompt }) => prompt) : [],
    isReinforced: stages.reinforce.outcome?.source === 'live',
    isUnlearned: stages.unlearn.outcome?.source === 'live',
    logitSpace: settings.logitSpace,
    isBusy: busy,
  };
}

export function askActions({ state, prompting }: RunController): AskActions {
  const { conversation } = state;
  return {
    write: (prompt) => (conversation.prompt = prompt),
    send: (prompt, asking) => void prompting.ask(prompt, asking),
    stop: () => conversation.stage.cancel(),
  };
}

export function seeView({ state, running }: RunController): SeeView {
  const { shownProof, entry, backend, loaded, load, busy, stages } = state;
  const phases = stageNames.map((name) => stages[name].phase);
  return {
    shown: shownProof,
    isReady: state.recording !== null,
    entry,
    backend,
    isLoaded: loaded !== null,
    isLoading: load.running,
    isBusy: busy,
    progress: running.overall,
    failure: phases.flatMap((phase) => (phase.kind === 'failed' ? [phase.failure] : []))[0] ?? null,
    isDone: !busy && stages.evaluate.outcome?.source === 'live' && shownProof?.source === 'live',
  };
}

export function seeActions({ state, running }: RunController): SeeActions {
  return {
    run: () => {
      if (state.loaded) void running.runAll();
      else if (state.entry) void running.loadAndRunAll(state.entry);
    },
    stop: () => {
      running.stopAll();
    },
  };
}
