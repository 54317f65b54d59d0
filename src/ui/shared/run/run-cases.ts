/** A run in the states that it can be in, as plain values: for the gallery and for tests. */
import type { RunActions, RunView } from '../../run/run-view';

const nothing = (): void => undefined;

/** Buttons without effect. */
export const noRunActions: RunActions = { pause: nothing, resume: nothing, stopHere: nothing, stop: nothing };

/** An unlearning with steps behind it. */
export const goingRun: RunView = {
  stage: 'unlearn',
  ahead: ['evaluate'],
  activity: null,
  left: 170,
  stageLeft: 80,
  share: 0.45,
  stageShare: 0.4,
  progress: { done: 104, of: 260 },
  isPaused: false,
  canStopHere: true,
  losses: [3.1, 2.4, 1.9, 1.2, 1.3, 0.8, 0.7, 0.72, 0.6],
};

export const runCases: readonly { readonly name: string; readonly run: RunView }[] = [
  { name: 'going on', run: goingRun },
  { name: 'paused', run: { ...goingRun, isPaused: true } },
  {
    name: 'compiling, before there is a time',
    run: { ...goingRun, activity: 'compiling', left: null, progress: null, canStopHere: false, losses: [] },
  },
];
