/** What of the run can be saved as files, and the saving. */
import type { Savable } from '../../../lab/stages/save';
import { Stage } from '../stage.svelte';

export class SavingState {
  /** its result: bytes of the file */
  readonly stage = new Stage<number>();
  /** null: not known yet */
  offer = $state.raw<readonly Savable[] | null>(null);

  reset(): void {
    this.stage.reset();
    this.offer = null;
  }
}
