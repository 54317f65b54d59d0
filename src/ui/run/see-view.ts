/** What the first screen shows of the run, and what the user can do there. */
import type { DeviceChoice } from '../../lab/choose-device';
import type { TrainingEnd } from '../../lab/stages/unlearn';
import type { StageName, TrainedStage } from '../../pipeline/stage';
import type { CatalogEntry } from './catalogue';
import type { RunEnding } from './run-ending';
import type { RunActions, RunView } from './run-view';
import type { Subject } from './subject';
import type { ShownProof } from './shown-proof';

/** A prompt that was asked, and what the model wrote before and after. */
export interface Answered {
  readonly prompt: string;
  readonly before: string;
  readonly after: string;
}

export interface SeeView {
  /** null until the recording is fetched */
  readonly shown: ShownProof | null;
  readonly subject: Subject;
  /** whether a run is going on that has not answered the sentences yet: what is shown is of an earlier one */
  readonly isOld: boolean;
  /** whether all that the page shows before a model is loaded has been fetched */
  readonly isReady: boolean;
  readonly entry: CatalogEntry | null;
  readonly backend: DeviceChoice;
  readonly isLoaded: boolean;
  readonly isLoading: boolean;
  /** whether anything is working */
  readonly isBusy: boolean;
  /** null while no run is going on */
  readonly run: RunView | null;
  /** how the last run of this visit ended; null: none has, or one is going on */
  readonly ending: RunEnding | null;
  /** whether the models of this device are unlearned and evaluated */
  readonly isDone: boolean;
  /** how the unlearning on this device ended; null if there was none, or it says nothing */
  readonly end: TrainingEnd | null;
  /** the last prompt that was asked; null: none was */
  readonly answered: Answered | null;
}

export interface SeeActions extends RunActions {
  /** Loads the model, if it is not loaded yet, and runs every stage. */
  readonly run: () => void;
  /** Goes on with a run that ended early. */
  readonly continueRun: (until: StageName) => void;
  /** Takes the last good state of a training that diverged, and goes on. */
  readonly rescue: (stage: TrainedStage, until: StageName) => void;
  /** Asks the models. */
  readonly ask: (prompt: string) => void;
  /** Leads to the place where any prompt can be asked. */
  readonly askOwn: () => void;
  /** Saves the project as a file. @throws LetheError */
  readonly save: () => Promise<void>;
}
