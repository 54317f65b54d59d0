/** The first screen after a run on this device, as plain values: for tests. */
import { noRunActions } from '../shared/run/run-cases';
import type { SeeActions, SeeView } from '../run/see-view';

export const doneView: SeeView = {
  shown: {
    source: 'live',
    steps: 260,
    looks: [0, 260],
    sentences: [],
    figures: { answers: [0.98, 0.02], neighbour: [0.96, 0.94], general: [0.956, 0.946] },
    swap: null,
  },
  subject: { forget: 'book', keep: 'book' },
  isOld: false,
  isReady: true,
  entry: null,
  backend: 'wasm',
  isLoaded: true,
  isLoading: false,
  isBusy: false,
  run: null,
  ending: { kind: 'complete' },
  isDone: true,
  end: { ending: 'completed', steps: 260, of: 260, seconds: 300 },
  answered: null,
};

export const noSeeActions: SeeActions = {
  ...noRunActions,
  run: () => undefined,
  continueRun: () => undefined,
  rescue: () => undefined,
  ask: () => undefined,
  askOwn: () => undefined,
  save: () => Promise.resolve(),
};
