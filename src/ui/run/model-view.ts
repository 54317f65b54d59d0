/** What the page shows of the model that is loaded or selected, and what the user can do with it. */
import type { DeviceChoice } from '../../lab/choose-device';
import type { LoadResult } from '../../lab/stages/load';
import type { CatalogEntry } from './catalogue';
import type { Phase } from './stage.svelte';

export interface ModelView {
  /** the entry that was loaded last; null: none yet */
  readonly entry: CatalogEntry | null;
  readonly backend: DeviceChoice;
  readonly phase: Phase;
  /** null until a model is loaded */
  readonly loaded: LoadResult | null;
  /** bytes held by the runtime */
  readonly memory: number;
  readonly isBusy: boolean;
}

export interface ModelActions {
  readonly chooseBackend: (backend: DeviceChoice) => void;
  readonly load: (entry: CatalogEntry) => void;
  readonly loadAndRunAll: (entry: CatalogEntry) => void;
}
