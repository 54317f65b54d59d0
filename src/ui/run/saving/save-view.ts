/** What the part that saves the model shows, and what the user can do there. */
import type { FloatType } from '../../../exchange/tensors-file';
import type { SavedPart } from '../../../lab/saved-files';
import type { Savable } from '../../../lab/stages/save';
import type { Stage } from '../stage.svelte';

export interface SaveView {
  /** null: not known yet */
  readonly offer: readonly Savable[] | null;
  readonly stage: Readonly<Pick<Stage<number>, 'phase' | 'progress' | 'outcome'>>;
  /** changes with what the run made */
  readonly made: string;
  readonly isBusy: boolean;
}

export interface SaveActions {
  /** Asks what can be saved. */
  readonly look: () => void;
  readonly save: (parts: readonly SavedPart[], floats: FloatType) => void;
  readonly cancel: () => void;
}
