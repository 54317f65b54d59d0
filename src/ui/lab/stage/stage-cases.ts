/** The first training in each state that it can be in, as plain values: for the gallery and for tests. */
import type { Phase } from '../../run/stage.svelte';
import type { StageActions, StageState, StageView } from '../../run/stage-view';

interface StageCase {
  readonly name: string;
  readonly view: StageView;
}

const idle: StageState = {
  phase: { kind: 'idle' },
  running: false,
  paused: false,
  progress: null,
  tokensPerSecond: null,
  outcome: null,
  unsaved: false,
  losses: [],
  earlier: [],
  probes: [],
};
const running: StageState = {
  ...idle,
  phase: { kind: 'running', since: 0, activity: null },
  running: true,
  progress: { done: 60, of: 120, tokens: 61_440 },
};
const compiling: Phase = { kind: 'running', since: 0, activity: 'compiling' };
const diverged: Phase = {
  kind: 'failed',
  failure: {
    plain: { code: 'train/diverged', params: { step: '70', loss: 'NaN', gradient: 'NaN', good: '60' } },
  },
};

/** A stage before it has run, with a model loaded. */
export const readyStage: StageView = {
  name: 'reinforce',
  method: 'whp',
  status: { kind: 'ready' },
  stage: idle,
  time: null,
  canStopHere: false,
  interrupted: null,
  missing: [],
  isLoaded: true,
  isBusy: false,
};
export const runningStage: StageView = {
  ...readyStage,
  status: { kind: 'running' },
  stage: running,
  time: { left: null, share: 0.5, activity: null },
  isBusy: true,
};

export const stageCases: readonly StageCase[] = [
  { name: 'not loaded', view: { ...readyStage, status: { kind: 'empty' }, isLoaded: false } },
  { name: 'ready', view: readyStage },
  { name: 'after another stage', view: { ...readyStage, name: 'unlearn', missing: ['reinforce', 'label'] } },
  {
    name: 'compiling',
    view: { ...runningStage, stage: { ...running, progress: null, phase: compiling }, time: null },
  },
  {
    name: 'running',
    view: {
      ...runningStage,
      stage: { ...running, tokensPerSecond: 3000 },
      time: { left: 170, share: 0.5, activity: null },
    },
  },
  { name: 'paused', view: { ...runningStage, stage: { ...running, paused: true } } },
  {
    name: 'running, but the browser keeps nothing',
    view: { ...runningStage, stage: { ...running, unsaved: true } },
  },
  { name: 'interrupted', view: { ...readyStage, interrupted: { step: 60, of: 120 } } },
  {
    name: 'done',
    view: {
      ...readyStage,
      status: { kind: 'done' },
      stage: {
        ...idle,
        phase: { kind: 'done' },
        outcome: { source: 'live', result: undefined, seconds: 41, made: null },
      },
    },
  },
  { name: 'cancelled', view: { ...readyStage, stage: { ...idle, phase: { kind: 'cancelled' } } } },
  {
    name: 'diverged, with a last good state',
    view: { ...readyStage, status: { kind: 'failed' }, stage: { ...idle, phase: diverged } },
  },
];

const nothing = (): void => undefined;

/** Buttons without effect. */
export const noActions: StageActions = {
  run: nothing,
  continueRun: nothing,
  pause: nothing,
  step: nothing,
  stopHere: nothing,
  resume: nothing,
  cancel: nothing,
  rescue: nothing,
};
