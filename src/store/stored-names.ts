/** Saved projects and exported files keep the names they were first written with; here they meet the code's. */
import type { TrainState } from '../model/trainer';
import type { Ending } from '../unlearn/trained';
import type { SavedCheckpoint, SavedTraining } from './run';

type StoredEnding = SavedTraining['ending'];
type StoredState = SavedCheckpoint['state'];

const storedEndings = { completed: 'planned', earlyStopped: 'seen', stoppedByUser: 'told' } as const;
const endings = { planned: 'completed', seen: 'earlyStopped', told: 'stoppedByUser' } as const;

export function storedEnding(ending: Ending): StoredEnding {
  return storedEndings[ending];
}

export function endingOf(stored: StoredEnding): Ending {
  return endings[stored];
}

/** The optimizer's state as a checkpoint stores it. */
export function storedState({ firstMoment, secondMoment, ...state }: TrainState): StoredState {
  return { ...state, mean: firstMoment, square: secondMoment };
}

export function trainStateOf({ mean, square, ...state }: StoredState): TrainState {
  return { ...state, firstMoment: mean, secondMoment: square };
}
