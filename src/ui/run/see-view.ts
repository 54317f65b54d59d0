/** What the first screen shows of the run, and what the user can do there. */
import type { DeviceChoice } from '../../lab/choose-device';
import type { Failure } from '../kit/failure';
import type { CatalogEntry } from './catalogue';
import type { Overall } from './overall';
import type { ShownProof } from './shown-proof';

export interface SeeView {
  /** null until the recording is fetched */
  readonly shown: ShownProof | null;
  /** whether all that the page shows before a model is loaded has been fetched */
  readonly isReady: boolean;
  readonly entry: CatalogEntry | null;
  readonly backend: DeviceChoice;
  readonly isLoaded: boolean;
  readonly isLoading: boolean;
  readonly isBusy: boolean;
  /** of a run of several stages; null while there is none */
  readonly progress: Overall | null;
  /** why a stage of the run failed; null: none did */
  readonly failure: Failure | null;
  /** whether the run on this device is complete */
  readonly isDone: boolean;
}

export interface SeeActions {
  /** Loads the model, if it is not loaded yet, and runs every stage. */
  readonly run: () => void;
  readonly stop: () => void;
}
