/** The adapter made elsewhere that is open on the page, if any. */
import type { AdapterOrigin } from '../../../lab/stages/open-adapter';
import type { AdapterFiles } from '../../../exchange/read-adapter';
import type { OwnAdapter } from '../../../store/own-adapters';
import type { Failure } from '../../kit/failure';
import { Stage } from '../stage.svelte';

export class OpeningState {
  readonly stage = new Stage<AdapterOrigin>();
  /** of the adapter that is open, for another use */
  files: AdapterFiles | null = null;
  /** those that this browser keeps for the loaded model, once they are listed */
  kept = $state.raw<readonly OwnAdapter[]>([]);
  /** why the last change of what is kept failed; null: it did not */
  keepFailure = $state.raw<Failure | null>(null);

  /** null: none is open */
  get origin(): AdapterOrigin | null {
    return this.stage.outcome?.result ?? null;
  }

  close(): void {
    this.stage.reset();
    this.files = null;
    this.keepFailure = null;
  }
}
